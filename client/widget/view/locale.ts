/** The person's region within the chat's language, so that dates and times look as they are used to. */
export const localeOf = (language: string): string =>
  navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
