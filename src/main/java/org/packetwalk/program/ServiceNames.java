package org.packetwalk.program;

import java.util.Optional;
import java.util.OptionalInt;

/** The names of ports as {@code /etc/services} has them, the best known of them. */
public enum ServiceNames {
    FTP("ftp", 21, true, false),
    SSH("ssh", 22, true, false),
    TELNET("telnet", 23, true, false),
    SMTP("smtp", 25, true, false),
    TIME("time", 37, true, true),
    DOMAIN("domain", 53, true, true),
    BOOTPS("bootps", 67, false, true),
    BOOTPC("bootpc", 68, false, true),
    TFTP("tftp", 69, false, true),
    HTTP("http", 80, true, false),
    KERBEROS("kerberos", 88, true, true),
    POP3("pop3", 110, true, false),
    SUNRPC("sunrpc", 111, true, true),
    NTP("ntp", 123, false, true),
    IMAP2("imap2", 143, true, false),
    SNMP("snmp", 161, true, true),
    SNMP_TRAP("snmp-trap", 162, true, true),
    BGP("bgp", 179, true, false),
    LDAP("ldap", 389, true, true),
    HTTPS("https", 443, true, true),
    MICROSOFT_DS("microsoft-ds", 445, true, true),
    SYSLOG("syslog", 514, false, true),
    LDAPS("ldaps", 636, true, true),
    IMAPS("imaps", 993, true, false),
    POP3S("pop3s", 995, true, false),
    OPENVPN("openvpn", 1194, true, true),
    NFS("nfs", 2049, true, true),
    MYSQL("mysql", 3306, true, false),
    POSTGRESQL("postgresql", 5432, true, false),
    HTTP_ALT("http-alt", 8080, true, true);

    private final String label;
    private final int port;
    private final boolean tcp;
    private final boolean udp;

    ServiceNames(String label, int port, boolean tcp, boolean udp) {
        this.label = label;
        this.port = port;
        this.tcp = tcp;
        this.udp = udp;
    }

    /** The port of a service. */
    public static OptionalInt port(String name, boolean overUdp) {
        for (ServiceNames service : values()) {
            if (service.label.equals(name) && (overUdp ? service.udp : service.tcp)) {
                return OptionalInt.of(service.port);
            }
        }
        return OptionalInt.empty();
    }

    /** The name of a port, if it has one. */
    public static Optional<String> name(int port, boolean overUdp) {
        for (ServiceNames service : values()) {
            if (service.port == port && (overUdp ? service.udp : service.tcp)) {
                return Optional.of(service.label);
            }
        }
        return Optional.empty();
    }
}
