"""What the office's templates say."""
