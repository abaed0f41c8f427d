"""Arguments in, exit codes out; nothing else."""
