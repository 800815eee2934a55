/** Where in the package a declaration lies: for the build, which puts it there, and for who reads it. */
export const packagedFile = (id: string): string => `filters/${id}.json`;
