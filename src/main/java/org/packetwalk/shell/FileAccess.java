package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.sysctl.SysctlFiles;
import org.packetwalk.netlink.LinkChange;
import org.packetwalk.netlink.LinkRequest;
import org.packetwalk.netlink.SysctlRequest;
import org.packetwalk.stack.NetNamespace;

/** The files a program on a host sees: those of the lab, and what the kernel shows below /proc and /sys. */
record FileAccess(Computer computer, HostId host) {

    private static final String SETTINGS = "/proc/sys/";
    private static final String HOSTS = "/etc/hosts";
    private static final List<String> FOLDERS =
            List.of("/", "/etc", "/etc/netns", "/tmp", "/root", "/var", "/var/tmp", "/proc", "/sys", "/run");

    static FileAccess of(Computer computer, HostId host) {
        return new FileAccess(computer, host);
    }

    /** The content of a file, if there is one. */
    Optional<String> read(String path) {
        if (path.startsWith(SETTINGS)) {
            return settings().read(path.substring(SETTINGS.length())).map(text -> text + "\n");
        }
        if (path.equals(HOSTS)) {
            return Optional.of(computer.world().hostsFile(host).text());
        }
        if (path.equals("/etc/resolv.conf")) {
            return Optional.of(computer.world().resolver(host));
        }
        Optional<String> kernel = new ProcFiles(namespace(), computer.machine().now()).read(path);
        return kernel.isPresent() || path.endsWith("/")
                ? kernel
                : Optional.ofNullable(computer.files().get(path));
    }

    private NetNamespace namespace() {
        return computer.machine().host(host);
    }

    SysctlFiles settings() {
        return settings(namespace());
    }

    static SysctlFiles settings(NetNamespace ns) {
        SortedMap<String, Integer> interfaces = new TreeMap<>();
        for (NetDevice device : ns.devices().all()) {
            interfaces.put(device.name(), device.index());
        }
        return new SysctlFiles(ns.sysctls(), interfaces);
    }

    /** Whether a path is a folder. */
    boolean isFolder(String path) {
        String folder = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (FOLDERS.contains(folder)) {
            return true;
        }
        if (folder.startsWith(SETTINGS)) {
            return settings().isFolder(folder.substring(SETTINGS.length()));
        }
        return !computer.files().subMap(folder + "/", folder + "0").isEmpty();
    }

    /** The names in a folder, in order, if it is one whose content is known. */
    Optional<List<String>> list(String path) {
        String folder = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (folder.equals("/sys/class/net")) {
            return Optional.of(namespace().devices().all().stream()
                    .map(NetDevice::name)
                    .sorted()
                    .toList());
        }
        if (folder.startsWith(SETTINGS) && isFolder(folder)) {
            String inside = folder.substring(SETTINGS.length()) + "/";
            return Optional.of(settings().paths().stream()
                    .filter(file -> file.startsWith(inside))
                    .map(file -> file.substring(inside.length()).split("/")[0])
                    .distinct()
                    .sorted()
                    .toList());
        }
        if (!isFolder(folder) || folder.startsWith("/proc") || folder.startsWith("/sys")) {
            return Optional.empty();
        }
        String prefix = folder.equals("/") ? "/" : folder + "/";
        return Optional.of(computer.files().keySet().stream()
                .filter(file -> file.startsWith(prefix) && file.length() > prefix.length())
                .map(file -> file.substring(prefix.length()).split("/")[0])
                .distinct()
                .toList());
    }

    /** Why a file cannot be created, if so. */
    Optional<String> creationFault(String path) {
        if (path.equals(Redirection.NOWHERE)) {
            return Optional.empty();
        }
        if (isFolder(path)) {
            return Optional.of("Is a directory");
        }
        if (path.startsWith("/proc/") || path.startsWith("/sys/")) {
            if (path.startsWith(SETTINGS) && settings().readOnly(path.substring(SETTINGS.length()))) {
                return Optional.of("Permission denied");
            }
            return read(path).isPresent() || writeOnly(path) ? Optional.empty() : Optional.of("Directory nonexistent");
        }
        int slash = path.lastIndexOf('/');
        return slash <= 0 || isFolder(path.substring(0, slash))
                ? Optional.empty()
                : Optional.of("Directory nonexistent");
    }

    private boolean writeOnly(String path) {
        return path.startsWith(SETTINGS) && settings().writeOnly(path.substring(SETTINGS.length()));
    }

    /** Writes a file; whether it took the text. */
    boolean write(String path, String text, boolean append) {
        if (path.equals(Redirection.NOWHERE)) {
            return true;
        }
        if (path.startsWith(SETTINGS)) {
            return accepted(
                    computer.configure(host, new SysctlRequest(path.substring(SETTINGS.length()), text.strip())));
        }
        if (path.startsWith("/sys/class/net/")) {
            return writeDevice(path.substring("/sys/class/net/".length()).split("/"), text.strip());
        }
        if (path.startsWith("/proc/") || path.startsWith("/sys/")) {
            return false;
        }
        computer.write(path, append ? computer.files().getOrDefault(path, "") + text : text);
        return true;
    }

    private static boolean accepted(ResultOrErrno<Errno> answer) {
        return answer instanceof ResultOrErrno.Ok<Errno>;
    }

    private boolean writeDevice(String[] parts, String text) {
        Optional<NetDevice> device = namespace().devices().find(parts[0]);
        long number = Words.number(text);
        if (device.isEmpty() || parts.length != 2 || number < 0 || number > Integer.MAX_VALUE) {
            return false;
        }
        int value = (int) number;
        LinkChange change = switch (parts[1]) {
            case "mtu" -> new LinkChange.Mtu(value);
            case "tx_queue_len" -> new LinkChange.QueueLength(value);
            default -> new LinkChange.Group(value);
        };
        return List.of("mtu", "tx_queue_len", "netdev_group").contains(parts[1])
                && accepted(computer.configure(
                        host, new LinkRequest.Change(device.get().index(), List.of(change))));
    }
}
