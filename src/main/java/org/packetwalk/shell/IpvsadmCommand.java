package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.netfilter.IpvsTable;
import org.packetwalk.netlink.IpvsRequest;

/** {@code ipvsadm} 1.31 for direct routing: services, real servers and connections of a director. */
final class IpvsadmCommand implements CommandParser {

    private static final int FAILED = 255;

    @Override
    public Command parse(List<String> arguments, Place place) {
        IpvsadmOptions options = IpvsadmOptions.parse(arguments);
        return new Command.Run(place.host(), "ipvsadm " + String.join(" ", arguments), (computer, stdin) -> {
            try {
                return run(options, computer, place.host(), stdin);
            } catch (Refusal refusal) {
                return refusal.result();
            }
        });
    }

    private static CommandResult run(IpvsadmOptions options, Computer computer, HostId host, String stdin) {
        return switch (options.command()) {
            case 'L' -> list(options, computer, host);
            case 'S' -> CommandResult.printed(IpvsadmText.saved(table(computer, host), options.numeric()));
            case 'R' -> restore(computer, host, stdin);
            default -> change(computer, host, options.request());
        };
    }

    private static IpvsTable table(Computer computer, HostId host) {
        return computer.machine().host(host).netfilter().ipvs();
    }

    private static CommandResult list(IpvsadmOptions options, Computer computer, HostId host) {
        IpvsTable table = table(computer, host);
        IpvsadmText text =
                new IpvsadmText(table, options.numeric(), computer.machine().now());
        if (options.connections()) {
            return CommandResult.printed(text.connections());
        }
        if (options.service().isEmpty()) {
            return CommandResult.printed(text.services(table.services()));
        }
        IpvsRequest.Service asked = options.service().get();
        return table.find(asked.protocol(), asked.address(), asked.port())
                .map(found -> CommandResult.printed(text.services(List.of(found))))
                .orElseGet(() -> CommandResult.failed(FAILED, "No such service\n"));
    }

    private static CommandResult change(Computer computer, HostId host, IpvsRequest request) {
        ResultOrErrno<Errno> answer = computer.configure(host, request);
        return answer instanceof ResultOrErrno.Refused<Errno> refused
                ? CommandResult.failed(FAILED, text(request, refused.errno()) + "\n")
                : CommandResult.SILENT;
    }

    /** {@code ipvs_strerror}. */
    private static String text(IpvsRequest request, Errno errno) {
        boolean ofServer = request instanceof IpvsRequest.AddServer
                || request instanceof IpvsRequest.EditServer
                || request instanceof IpvsRequest.DeleteServer;
        return switch (errno) {
            case EEXIST -> ofServer ? "Destination already exists" : "Service already exists";
            case ESRCH -> ofServer ? "Service not defined" : "No such service";
            case ENOENT -> "No such destination";
            default -> errno.text();
        };
    }

    /** {@code -R}: one command in each line. */
    private static CommandResult restore(Computer computer, HostId host, String text) {
        for (String line : text.split("\n")) {
            List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            CommandResult result = run(IpvsadmOptions.parse(words), computer, host, "");
            if (!result.ok()) {
                return result;
            }
        }
        return CommandResult.SILENT;
    }
}
