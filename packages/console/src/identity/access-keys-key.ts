// The key under which a user's access keys are read, for the changes that make them anew.

export const accessKeysKey = (userName: string): readonly string[] => ["access-keys", userName];
