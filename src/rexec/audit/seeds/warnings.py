import warnings
warnings.warn("a")
warnings.catch_warnings(record=True)
warnings.catch_warnings(record=True).__enter__()
warnings.filters
warnings.WarningMessage("a", UserWarning, "b", 1)
warnings.warn_explicit("a", UserWarning, "b", 1)
warnings.warn(1, 1)
warnings.showwarning
warnings.formatwarning("a", UserWarning, "b", 1)
warnings.sys
