import { Injectable } from '@nestjs/common';
import MarkdownIt from 'markdown-it';

/** Markdown to HTML. Tags that somebody wrote come out as text, links only to the web, mail and this desk; no pictures. */
@Injectable()
export class Markdown {
  private readonly renderer = new MarkdownIt('commonmark', { html: false, linkify: false }).disable('image');

  constructor() {
    const { renderer } = this;
    renderer.validateLink = (address) => /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address.trim());
    const plainLink = renderer.renderer.rules['link_open'];
    renderer.renderer.rules['link_open'] = (tokens, i, options, env, self) => {
      const token = tokens[i];
      // A third party's page says so by its mark, and learns nothing of where the reader came from (policy R4).
      if (/^https?:/i.test(String(token?.attrGet('href') ?? ''))) {
        token?.attrSet('rel', 'noopener noreferrer nofollow external');
        token?.attrSet('target', '_blank');
      }
      return plainLink ? plainLink(tokens, i, options, env, self) : self.renderToken(tokens, i, options);
    };
  }

  html(text: string): string {
    return this.renderer.render(text);
  }
}
