"""Question sets, figures and reports. Only the command line imports this."""
