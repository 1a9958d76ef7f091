"""Two or more annotators' layers side by side: compare, agreement, adjudication. Values in, values out."""
