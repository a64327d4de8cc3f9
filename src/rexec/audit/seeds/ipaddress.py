import ipaddress
ipaddress.ip_address("1.2.3.4")
ipaddress.ip_network("1.2.3.0/30")
ipaddress.ip_network("2001:db8::/126")
ipaddress.ip_interface("::1/8")
ipaddress.ip_address("x")
ipaddress.ip_network("1.2.3.4/8")
ipaddress.ip_network("1.2.3.0/30").hosts()
