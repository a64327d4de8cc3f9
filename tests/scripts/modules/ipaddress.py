import copy, ipaddress
a, n = ipaddress.ip_address("192.0.2.1"), ipaddress.ip_network("192.0.2.0/28")
print(a, repr(a), int(a), a.packed, a.is_private, a + 1, a in n, a.reverse_pointer, f"{a:x} {a:#b}")
print(n, repr(n), n.num_addresses, n.netmask, n.hostmask, list(n.hosts())[:2], n.broadcast_address, n[3], n.with_netmask)
print(list(n.subnets(new_prefix=30)), n.supernet(), n.overlaps(ipaddress.ip_network("192.0.2.8/29")))
print(ipaddress.ip_interface("10.0.0.1/8").network, ipaddress.IPv6Address("::1").is_loopback, ipaddress.IPv6Address("2001:db8::1").exploded)
print(ipaddress.IPv6Address("fe80::1%eth0"), ipaddress.IPv6Address("fe80::1%eth0").scope_id, ipaddress.IPv6Address("::ffff:1.2.3.4").ipv4_mapped)
print(list(ipaddress.summarize_address_range(ipaddress.ip_address("192.0.2.0"), ipaddress.ip_address("192.0.2.130"))))
print(list(ipaddress.collapse_addresses([ipaddress.ip_network("192.0.2.0/25"), ipaddress.ip_network("192.0.2.128/25")])))
print(sorted([ipaddress.ip_address("10.0.0.2"), ipaddress.ip_address("10.0.0.1")]), hash(a) == hash(ipaddress.ip_address("192.0.2.1")))
print(sorted([n, a, ipaddress.ip_address("::1")], key=ipaddress.get_mixed_type_key))
print(list(ipaddress.ip_network("10.0.0.0/30").address_exclude(ipaddress.ip_network("10.0.0.0/31"))))
print(ipaddress.v4_int_to_packed(1), ipaddress.v6_int_to_packed(1), ipaddress.IPV4LENGTH)
for made in (a, n, ipaddress.ip_interface("10.0.0.1/8"), ipaddress.ip_address("::1")):
    print(copy.copy(made) == made, copy.deepcopy([made]))
for wrong in ("1.2.3", "1.2.3.256", "::1::", "", None):
    try:
        ipaddress.ip_address(wrong)
    except ValueError as error:
        print(error)
for wrong in (lambda: ipaddress.ip_network("10.0.0.1/8"), lambda: ipaddress.IPv4Network("10.0.0.0/33"), lambda: a < ipaddress.ip_address("::1")):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
match a:
    case ipaddress.IPv4Address(): print("four")
