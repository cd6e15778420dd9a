"""The office: staff sign in, take calls, work through the queue, review and print."""
