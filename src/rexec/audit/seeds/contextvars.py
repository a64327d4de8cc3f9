import contextvars
variable = contextvars.ContextVar("variable")
token = variable.set([])
variable
token
contextvars.copy_context()
contextvars.Context()
contextvars.Token.MISSING
contextvars.copy_context().items()
contextvars.ContextVar("other").get()
variable.reset(1)
token.var
token.old_value
contextvars.copy_context().run(1)
