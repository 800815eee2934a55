/** Where the extension's own pages lie in the package. */
export const WELCOME_PAGE = 'src/welcome/index.html';
