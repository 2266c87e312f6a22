package org.packetwalk.capture;

import java.util.List;

/** Protocols whose messages are lines of text as tcpdump prints them ({@code print.c}, {@code txtproto_print}). */
final class LineProtocolText {

    private static final List<String> HTTP = List.of(
            "GET",
            "PUT",
            "COPY",
            "HEAD",
            "LOCK",
            "MOVE",
            "POLL",
            "POST",
            "BCOPY",
            "BMOVE",
            "MKCOL",
            "TRACE",
            "LABEL",
            "MERGE",
            "DELETE",
            "SEARCH",
            "UNLOCK",
            "REPORT",
            "UPDATE",
            "NOTIFY",
            "BDELETE",
            "CONNECT",
            "OPTIONS",
            "CHECKIN",
            "PROPFIND",
            "CHECKOUT",
            "CCM_POST",
            "SUBSCRIBE",
            "PROPPATCH",
            "BPROPFIND",
            "BPROPPATCH",
            "UNCHECKOUT",
            "MKACTIVITY",
            "MKWORKSPACE",
            "UNSUBSCRIBE",
            "RPC_CONNECT",
            "VERSION-CONTROL",
            "BASELINE-CONTROL");
    private static final List<String> SMTP = List.of(
            "BDAT",
            "DATA",
            "EHLO",
            "ETRN",
            "EXPN",
            "HELO",
            "HELP",
            "MAIL",
            "NOOP",
            "QUIT",
            "RCPT",
            "RSET",
            "SAML",
            "SEND",
            "SOML",
            "STARTTLS",
            "TURN",
            "VRFY");
    private static final List<String> FTP = List.of(
            "ACCT", "ALLO", "APPE", "CDUP", "CWD", "DELE", "EPRT", "EPSV", "HELP", "LIST", "MKD", "MODE", "NLST",
            "NOOP", "PASS", "PASV", "PORT", "PWD", "QUIT", "REIN", "REST", "RETR", "RMD", "RNFR", "RNTO", "SITE",
            "SMNT", "STAT", "STOR", "STOU", "STRU", "SYST", "TYPE", "USER");
    private static final int CODE_DIGITS = 3;

    private final Dissection d;

    LineProtocolText(Dissection d) {
        this.d = d;
    }

    /** Prints the data of a segment between two ports if the protocol is one of lines. */
    void print(int source, int destination, int at, int length) {
        if (is(source, destination, 80) || is(source, destination, 8080)) {
            print("http", HTTP, 1, at, length);
        } else if (is(source, destination, 25)) {
            print("smtp", SMTP, 0, at, length);
        } else if (is(source, destination, 21)) {
            print("ftp", FTP, 0, at, length);
        } else if (is(source, destination, 22)) {
            d.in("ssh");
            line(": SSH: ", at, at + length);
        }
    }

    private static boolean is(int source, int destination, int port) {
        return source == port || destination == port;
    }

    /** {@code codeWord}: which word of an answer is its number. */
    private void print(String name, List<String> commands, int codeWord, int at, int length) {
        d.in(name);
        d.print(": ");
        boolean known = begins(commands, codeWord, at, length);
        d.print(name.toUpperCase(java.util.Locale.ROOT));
        if (known && !d.verbose()) {
            line(": ", at, at + length);
        } else if (known) {
            d.print(", length: " + length);
            int from = at;
            while (from < at + length && from >= 0) {
                from = line("\n\t", from, at + length);
            }
        }
    }

    private boolean begins(List<String> commands, int codeWord, int at, int length) {
        int end = Math.min(at + length, d.end());
        StringBuilder text = new StringBuilder();
        for (int i = at; i < end && d.u8(i) != '\r' && d.u8(i) != '\n'; i++) {
            text.append((char) d.u8(i));
        }
        String[] words = text.toString().split("\\s+");
        boolean command = commands.contains(words[0].toUpperCase(java.util.Locale.ROOT));
        return command || words.length > codeWord && words[codeWord].matches("\\d{" + CODE_DIGITS + "}");
    }

    /** {@code print_txt_line}: prints a line of printable characters; answers where the next begins, -1 if there is none. */
    private int line(String prefix, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to && d.has(i, 1); i++) {
            int c = d.u8(i);
            boolean lineEnd = c == '\r' && i + 1 < to && d.has(i + 1, 1) && d.u8(i + 1) == '\n';
            if (c == '\n' || lineEnd) {
                d.print(prefix).print(text.toString());
                return c == '\n' ? i + 1 : i + 2;
            }
            if (c != '\t' && c != ' ' && !HexText.graphic(c)) {
                return -1;
            }
            text.append((char) c);
        }
        if (d.has(to - 1, 1)) {
            d.print(prefix).print(text.toString());
        }
        d.truncated();
        return -1;
    }
}
