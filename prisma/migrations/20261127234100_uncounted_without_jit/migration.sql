-- PostgreSQL takes a minute's worth of bookings for a third of the book, and compiling a plan for that took longer than reading it.
alter function ledger_uncounted() set jit = off;
