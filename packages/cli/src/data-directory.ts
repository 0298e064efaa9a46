// Where commands look for a data directory unless told.

export const defaultDataDirectory = ".withhold";
