"""What any program needs of the machine: processes, memory, the place of the project."""
