import vigreview  # noqa: F401 - before sqlite-utils, which is to find SQLCipher's errors
