/** The cookie that says that the first steps are put away in this browser; one for each workspace. */
export const hiddenCookie = (workspace: string) => `first-steps-${workspace}`;
