package org.packetwalk.kernel;

/**
 * One comparison of something configured with something seen.
 *
 * @param field what was compared
 * @param wanted the configured side, in the words of the configuration
 * @param seen the side of the packet or flow, in the same words
 * @param holds whether they agree
 */
public record Check(Field field, String wanted, String seen, boolean holds) {}
