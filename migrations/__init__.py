"""How the tables of a database come from one version to the next; CONTRIBUTING.md has the rule for writing one."""
