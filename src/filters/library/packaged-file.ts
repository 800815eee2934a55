import type { FilterGroup } from '../schema/groups.ts';

/**
 * Where in the package the declarations of a group lie, by id: for the build, which puts them there, and for who reads them.
 * One file a group, because a package of many small files is a third larger than it need be.
 */
export const packagedFile = (group: FilterGroup): string => `filters/${group}.json`;
