"""The reachability audit: everything that a guest of a policy can reach, and what of it breaks I3."""
