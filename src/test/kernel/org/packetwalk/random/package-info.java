/** Random labs for the comparison with a real kernel: what they are made of, how they run there, what is masked. */
package org.packetwalk.random;
