/** The build hands `.svg` files over as text (`loader` in project.json). */
declare module '*.svg' {
  const text: string;
  export default text;
}
