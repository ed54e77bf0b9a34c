"""From what is paid for each row to a plan: lines, grounds, who is left out, and what to say of it."""
