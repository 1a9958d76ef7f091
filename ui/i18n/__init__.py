"""Arabic and English: Qt Linguist files, and what they need around them."""
