"""What answers a request, one matter a file."""
