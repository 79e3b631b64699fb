/** A part's style sheet comes with its script, minified, as text. */
declare module '*.css' {
  const css: string;
  export default css;
}
