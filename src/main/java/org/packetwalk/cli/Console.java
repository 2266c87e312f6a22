package org.packetwalk.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where the program reads and prints.
 *
 * @param in standard input
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 */
public record Console(InputStream in, PrintStream out, PrintStream err) {}
