#!/bin/sh
# Prints what Packetwalk has to know of this computer to say where a packet would go. It only reads.
#   sh collect-host.sh > host.txt      then: packetwalk import host.txt
# Without root it leaves out the packet filter and the other network namespaces. Look at host.txt before
# you pass it on: it holds the addresses and the rules of this computer.

ask() { # prints a command and, below it, what it says
    echo "\$ $*"
    $in "$@" 2>&1
}

look() { # asks one network namespace; $in is what runs a command in it
    ask ip -d addr
    ask ip nexthop
    ask ip rule
    ask ip -6 rule
    ask ip -4 route show table all
    ask ip -6 route show table all
    ask ip route get 127.0.0.1
    ask ip -4 neigh
    ask ip -6 neigh
    ask ss -Htuln
    echo '$ sysctl -a'
    $in sysctl -a 2>/dev/null | grep -E '^net\.(ipv4|ipv6|bridge)\.'
    if [ "$(id -u)" = 0 ]; then
        ask iptables-save
        ask ip6tables-save
    fi
}

in=
ask hostname
ask uname -r
ask cat /etc/iproute2/rt_tables
echo '# namespace'
look
if [ "$(id -u)" = 0 ]; then
    for name in $(ip netns list | cut -d' ' -f1); do
        echo "# namespace $name"
        in="ip netns exec $name"
        look
    done
fi
