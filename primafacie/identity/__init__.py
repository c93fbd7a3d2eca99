"""Who is who: how a name is read, and how two names or two records are compared, with reasons for and against."""
