import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Empty } from './empty';

@Component({ imports: [Empty], template: `<cd-empty [title]="title">{{ more }}</cd-empty>` })
class Page {
  readonly title = 'T';
  readonly more = 'M';
}

describe('An empty place', () => {
  it('says its title and what it was given to say', async () => {
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    expect([...host.querySelectorAll('p')].map((p) => p.textContent)).toEqual(['T', 'M']);
    expect(host.querySelector('mat-icon')?.getAttribute('aria-hidden')).toBe('true');
  });
});
