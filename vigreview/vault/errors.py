"""What can go wrong with a vault, each as one sentence for the person."""


class VaultError(Exception):
    """Something about the vault that the person should read as it stands."""


class NoVault(VaultError):
    """There is no vault in this folder."""


class VaultExists(VaultError):
    """There is a vault in this folder already."""


class WrongPassphrase(VaultError):
    """The passphrase does not open this vault."""


class WrongRecoveryKey(VaultError):
    """The recovery key does not open this vault."""


class VaultLocked(VaultError):
    """The vault has been locked; sign in again."""


class VaultInUse(VaultError):
    """Another running vigreview holds this vault."""
