"""Small windows beside the main one."""
