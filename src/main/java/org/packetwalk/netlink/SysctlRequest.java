package org.packetwalk.netlink;

/**
 * A setting is written.
 *
 * @param path the file below /proc/sys, such as {@code net/ipv4/ip_forward}
 * @param text what is written, without the end of line
 */
public record SysctlRequest(String path, String text) implements ConfigRequest {

    @Override
    public <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.sysctl(this);
    }
}
