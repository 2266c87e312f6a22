package org.packetwalk.trace;

import java.util.Locale;

/**
 * The functions of Linux 6.18 that the walk stands for; the name of each is the kernel's in capitals.
 *
 * <p>Which of them have a frame of their own depends on the compiler; those that it inlines or that end in a tail call
 * are not seen in a real kernel's call chain.
 */
public enum KernelFunction {
    __SYS_CONNECT("net/socket.c"),
    __SYS_SENDTO("net/socket.c"),
    __SYS_BIND("net/socket.c"),
    __SYS_SENDMSG("net/socket.c"),
    ___SYS_SENDMSG("net/socket.c"),
    ____SYS_SENDMSG("net/socket.c"),
    __SYS_RECVMSG("net/socket.c"),
    ___SYS_RECVMSG("net/socket.c"),
    ____SYS_RECVMSG("net/socket.c"),
    SOCK_RECVMSG("net/socket.c"),
    SOCK_WRITE_ITER("net/socket.c"),
    SOCK_CLOSE("net/socket.c"),
    KSYS_WRITE("fs/read_write.c"),
    VFS_WRITE("fs/read_write.c"),
    __FPUT("fs/file_table.c"),
    NETLINK_SENDMSG("net/netlink/af_netlink.c"),
    NETLINK_UNICAST("net/netlink/af_netlink.c"),
    NETLINK_RCV_SKB("net/netlink/af_netlink.c"),
    INET_BIND_SK("net/ipv4/af_inet.c"),
    __INET_BIND("net/ipv4/af_inet.c"),
    INET_STREAM_CONNECT("net/ipv4/af_inet.c"),
    __INET_STREAM_CONNECT("net/ipv4/af_inet.c"),
    INET_RELEASE("net/ipv4/af_inet.c"),
    IP4_DATAGRAM_CONNECT("net/ipv4/datagram.c"),
    __IP4_DATAGRAM_CONNECT("net/ipv4/datagram.c"),
    UDP_CONNECT("net/ipv4/udp.c"),
    UDP_SENDMSG("net/ipv4/udp.c"),
    UDP_SEND_SKB("net/ipv4/udp.c"),
    __UDP4_LIB_RCV("net/ipv4/udp.c"),
    __UDP4_LIB_ERR("net/ipv4/udp.c"),
    UDP_RCV("net/ipv4/udp.c", false),
    RAW_SENDMSG("net/ipv4/raw.c"),
    RAW_BIND("net/ipv4/raw.c"),
    RAW_RECVMSG("net/ipv4/raw.c"),
    RAW_ICMP_ERROR("net/ipv4/raw.c"),
    RAW_LOCAL_DELIVER("net/ipv4/raw.c", false),
    RAW_RCV("net/ipv4/raw.c", false),
    PING_RCV("net/ipv4/ping.c"),
    IP_ROUTE_OUTPUT_FLOW("net/ipv4/route.c"),
    IP_ROUTE_OUTPUT_KEY_HASH("net/ipv4/route.c"),
    IP_ROUTE_OUTPUT_KEY_HASH_RCU("net/ipv4/route.c"),
    IP_ROUTE_INPUT_NOREF("net/ipv4/route.c"),
    IP_ROUTE_INPUT_SLOW("net/ipv4/route.c"),
    INET_RTM_GETROUTE("net/ipv4/route.c"),
    IP_ERROR("net/ipv4/route.c"),
    IP_RT_SEND_REDIRECT("net/ipv4/route.c"),
    IPV4_LINK_FAILURE("net/ipv4/route.c"),
    IPV4_SK_REDIRECT("net/ipv4/route.c"),
    __IP_DO_REDIRECT("net/ipv4/route.c"),
    IPV4_SK_UPDATE_PMTU("net/ipv4/route.c"),
    __IPV4_SK_UPDATE_PMTU("net/ipv4/route.c"),
    __IP_RT_UPDATE_PMTU("net/ipv4/route.c"),
    IPV4_NEIGH_LOOKUP("net/ipv4/route.c"),
    FIB_TABLE_LOOKUP("net/ipv4/fib_trie.c"),
    FIB_TABLE_INSERT("net/ipv4/fib_trie.c"),
    __FIB_LOOKUP("net/ipv4/fib_rules.c"),
    FIB4_RULE_ACTION("net/ipv4/fib_rules.c"),
    FIB_RULES_LOOKUP("net/core/fib_rules.c"),
    __INET_DEV_ADDR_TYPE("net/ipv4/fib_frontend.c"),
    FIB_VALIDATE_SOURCE("net/ipv4/fib_frontend.c"),
    __FIB_VALIDATE_SOURCE("net/ipv4/fib_frontend.c"),
    FIB_COMPUTE_SPEC_DST("net/ipv4/fib_frontend.c"),
    INET_RTM_NEWROUTE("net/ipv4/fib_frontend.c"),
    FIB_CREATE_INFO("net/ipv4/fib_semantics.c"),
    FIB_CHECK_NH_V4_GW("net/ipv4/fib_semantics.c"),
    __IP_DEV_FIND("net/ipv4/devinet.c"),
    IP_APPEND_DATA("net/ipv4/ip_output.c"),
    __IP_APPEND_DATA("net/ipv4/ip_output.c"),
    IP_PUSH_PENDING_FRAMES("net/ipv4/ip_output.c"),
    IP_SEND_SKB("net/ipv4/ip_output.c"),
    IP_LOCAL_OUT("net/ipv4/ip_output.c", false),
    __IP_LOCAL_OUT("net/ipv4/ip_output.c"),
    IP_OUTPUT("net/ipv4/ip_output.c"),
    IP_MC_OUTPUT("net/ipv4/ip_output.c"),
    IP_MC_FINISH_OUTPUT("net/ipv4/ip_output.c"),
    IP_FINISH_OUTPUT("net/ipv4/ip_output.c", false),
    IP_FINISH_OUTPUT2("net/ipv4/ip_output.c"),
    IP_DO_FRAGMENT("net/ipv4/ip_output.c"),
    __IP_QUEUE_XMIT("net/ipv4/ip_output.c"),
    IP_SEND_UNICAST_REPLY("net/ipv4/ip_output.c"),
    IP_RCV("net/ipv4/ip_input.c"),
    IP_RCV_CORE("net/ipv4/ip_input.c"),
    IP_RCV_FINISH_CORE("net/ipv4/ip_input.c"),
    IP_LOCAL_DELIVER("net/ipv4/ip_input.c"),
    IP_LOCAL_DELIVER_FINISH("net/ipv4/ip_input.c"),
    IP_PROTOCOL_DELIVER_RCU("net/ipv4/ip_input.c"),
    IP_DEFRAG("net/ipv4/ip_fragment.c", false),
    IP_EXPIRE("net/ipv4/ip_fragment.c"),
    IP_FORWARD("net/ipv4/ip_forward.c"),
    IP_ICMP_ERROR("net/ipv4/ip_sockglue.c"),
    IP_LOCAL_ERROR("net/ipv4/ip_sockglue.c"),
    ICMP_RCV("net/ipv4/icmp.c"),
    ICMP_ECHO("net/ipv4/icmp.c"),
    ICMP_REPLY("net/ipv4/icmp.c"),
    ICMP_UNREACH("net/ipv4/icmp.c"),
    ICMP_REDIRECT("net/ipv4/icmp.c"),
    ICMP_SOCKET_DELIVER("net/ipv4/icmp.c"),
    __ICMP_SEND("net/ipv4/icmp.c"),
    ICMP_ROUTE_LOOKUP("net/ipv4/icmp.c"),
    ARP_CONSTRUCTOR("net/ipv4/arp.c"),
    ARP_SOLICIT("net/ipv4/arp.c"),
    ARP_XMIT("net/ipv4/arp.c"),
    ARP_RCV("net/ipv4/arp.c", false),
    ARP_PROCESS("net/ipv4/arp.c"),
    ARP_ERROR_REPORT("net/ipv4/arp.c"),
    ___NEIGH_CREATE("net/core/neighbour.c"),
    __NEIGH_EVENT_SEND("net/core/neighbour.c"),
    NEIGH_PROBE("net/core/neighbour.c"),
    NEIGH_RESOLVE_OUTPUT("net/core/neighbour.c"),
    NEIGH_CONNECTED_OUTPUT("net/core/neighbour.c", false),
    NEIGH_TIMER_HANDLER("net/core/neighbour.c"),
    NEIGH_INVALIDATE("net/core/neighbour.c"),
    __NEIGH_UPDATE("net/core/neighbour.c"),
    NEIGH_EVENT_NS("net/core/neighbour.c"),
    NEIGH_PROXY_PROCESS("net/core/neighbour.c"),
    __DEV_QUEUE_XMIT("net/core/dev.c"),
    __DEV_FORWARD_SKB2("net/core/dev.c"),
    DEV_HARD_START_XMIT("net/core/dev.c"),
    DEV_LOOPBACK_XMIT("net/core/dev.c"),
    __NETIF_RX("net/core/dev.c"),
    NETIF_RX("net/core/dev.c"),
    NETIF_RX_INTERNAL("net/core/dev.c"),
    PROCESS_BACKLOG("net/core/dev.c"),
    __NETIF_RECEIVE_SKB_ONE_CORE("net/core/dev.c"),
    __NETIF_RECEIVE_SKB_CORE("net/core/dev.c"),
    NETIF_RECEIVE_SKB("net/core/dev.c"),
    KFREE_SKB_LIST_REASON("net/core/skbuff.c"),
    SK_SKB_REASON_DROP("net/core/skbuff.c"),
    CONSUME_SKB("net/core/skbuff.c"),
    SKB_RELEASE_DATA("net/core/skbuff.c"),
    SOCK_QUEUE_ERR_SKB("net/core/skbuff.c"),
    SKB_QUEUE_PURGE_REASON("net/core/skbuff.c"),
    SK_ERROR_REPORT("net/core/sock.c"),
    RELEASE_SOCK("net/core/sock.c"),
    __RELEASE_SOCK("net/core/sock.c"),
    SK_STREAM_KILL_QUEUES("net/core/sock.c"),
    LOOPBACK_XMIT("drivers/net/loopback.c"),
    VETH_XMIT("drivers/net/veth.c"),
    NF_HOOK_SLOW("net/netfilter/core.c"),
    PACKET_SENDMSG("net/packet/af_packet.c");

    private final String file;
    private final boolean frame;

    KernelFunction(String file) {
        this(file, true);
    }

    KernelFunction(String file, boolean frame) {
        this.file = file;
        this.frame = frame;
    }

    /** The name in the kernel's source. */
    public String kernelName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file of the kernel's source it stands in. */
    public String file() {
        return file;
    }

    /** Whether it has a frame of its own on the stack of the reference kernel. */
    public boolean hasFrame() {
        return frame;
    }
}
