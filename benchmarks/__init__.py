"""What measures the product: how right its facts are, how fast it is, each against something stated."""
