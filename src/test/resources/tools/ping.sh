# title: ping
ip netns add a
ip netns add b
ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1
ip link add eth0 netns a address 02:00:00:00:00:01 type veth peer name eth0 netns b address 02:00:00:00:00:02
ip -n a link set lo up
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 1
ip netns exec a ping -c1 -W1 10.0.0.2
ip netns exec a ping -A -c3 10.0.0.2
ip netns exec a ping -a -c1 10.0.0.2
ip netns exec a ping -b -c1 10.0.0.2
ip netns exec a ping -B -c1 10.0.0.2
ip netns exec a ping -C -c1 10.0.0.2
ip netns exec a ping -d -c1 10.0.0.2
ip netns exec a ping -e 77 -c1 10.0.0.2
ip netns exec a ping -e 70000 -c1 10.0.0.2
ip netns exec a ping -F 5 -c1 10.0.0.2
ip netns exec a ping -h
ip netns exec a ping -H -c1 10.0.0.2
ip netns exec a ping -i 0.1 -c2 10.0.0.2
ip netns exec a ping -i 0 -c2 10.0.0.2
ip netns exec a ping -i x -c2 10.0.0.2
ip netns exec a ping -i 1,5 -c2 10.0.0.2
ip netns exec a ping -i -1 -c2 10.0.0.2
ip netns exec a ping -I eth0 -c1 10.0.0.2
ip netns exec a ping -I 10.0.0.1 -c1 10.0.0.2
ip netns exec a ping -I nodev -c1 10.0.0.2
ip netns exec a ping -I 10.9.9.9 -c1 10.0.0.2
ip netns exec a ping -l 3 -c5 10.0.0.2
ip netns exec a ping -l 0 -c5 10.0.0.2
ip netns exec a ping -L -c1 10.0.0.2
ip netns exec a ping -m 7 -c1 10.0.0.2
ip netns exec a ping -M do -c1 10.0.0.2
ip netns exec a ping -M probe -c1 10.0.0.2
ip netns exec a ping -M foo -c1 10.0.0.2
ip netns exec a ping -n -c1 10.0.0.2
ip netns exec a ping -p ff00 -c1 10.0.0.2
ip netns exec a ping -p xyz -c1 10.0.0.2
ip netns exec a ping -q -c2 -i0.1 10.0.0.2
ip netns exec a ping -Q 0x10 -c1 10.0.0.2
ip netns exec a ping -Q 256 -c1 10.0.0.2
ip netns exec a ping -R -c1 10.0.0.2
ip netns exec a ping -r -c1 10.0.0.2
ip netns exec a ping -s 1000 -c1 10.0.0.2
ip netns exec a ping -s 0 -c1 10.0.0.2
ip netns exec a ping -s 70000 -c1 10.0.0.2
ip netns exec a ping -S 200000 -c1 10.0.0.2
ip netns exec a ping -t 5 -c1 10.0.0.2
ip netns exec a ping -t 0 -c1 10.0.0.2
ip netns exec a ping -t 256 -c1 10.0.0.2
ip netns exec a ping -T foo -c1 10.0.0.2
ip netns exec a ping -U -c1 10.0.0.2
ip netns exec a ping -V
ip netns exec a ping -w 1 -i0.3 10.0.0.2
ip netns exec a ping -c 0 10.0.0.2
ip netns exec a ping -c x 10.0.0.2
ip netns exec a ping -z 10.0.0.2
ip netns exec a ping
ip netns exec a ping -c1 10.0.0.2 10.0.0.1
ip netns exec a ping -c
ip netns exec a ping -4 -6 -c1 10.0.0.2
ip netns exec a ping -6 -c1 10.0.0.2
ip netns exec a ping -c1 10.0.2
ip netns exec a ping -c1 10.0.0.255
ip netns exec a ping -b -c1 -W1 10.0.0.255
ip netns exec a ping -c1 -W1 224.0.0.1
ip netns exec a ping -c1 -W1 0
ip netns exec a ping -R -T tsonly -c1 10.0.0.2
ip netns exec a ping -c2 -i0.1 -R 10.0.0.1
ip netns exec a ping -f -c3 10.0.0.2
ip netns exec a ping -fq -c3 10.0.0.2
ip netns exec a ping -a -q -c1 10.0.0.2
ip netns exec a ping -p 112233445566778899aabbccddeeff0011 -c1 10.0.0.2
ip netns exec a ping -p a -q -c1 10.0.0.2
ip netns exec a ping -Q 0x1zz -c1 10.0.0.2
ip netns exec a ping -W -1 -c1 10.0.0.2
ip netns exec a ping -e 0 -c1 10.0.0.2
ip netns exec a ping -c 9999999999999999999999 10.0.0.2
ip netns exec a ping -s -1 10.0.0.2
ip netns exec a ping -m x -c1 10.0.0.2
ip netns exec a ping -s 4 -c1 10.0.0.2
