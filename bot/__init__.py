"""La Relève: a Matrix bot that helps associations leave the tools of the digital giants."""
