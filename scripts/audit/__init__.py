"""What ``make audit`` looks at: our code, secrets in the tree, and known advisories of the locked packages."""
