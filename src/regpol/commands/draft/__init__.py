"""The verb that drafts papers, and the work behind each kind of asking for one."""
