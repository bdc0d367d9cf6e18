/** `npm run house`: house players, for whoever has nobody to play with. */
export const tempers = ['honest', 'forgetful', 'suspicious'] as const;
