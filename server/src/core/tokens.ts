/** Nest's token of the key store; the desk's own database is injected as `Database`. */
export const KEY_DATABASE = Symbol('key database');
/** Nest's token of the search store. */
export const SEARCH_DATABASE = Symbol('search database');
