import { Component } from '@angular/core';
import { provideRouter, Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { words } from '@parley/web-ui/testing';
import { PeopleFilter } from './people-filter';

@Component({ template: '' })
class Anywhere {}

describe('PeopleFilter', () => {
  it('puts what is looked for into the address, and takes no space away while one types on', async () => {
    const asked = { query: '', teaches: '', learns: '' };
    const { fixture, rerender } = await render(PeopleFilter, {
      imports: [words],
      providers: [provideRouter([{ path: '**', component: Anywhere }])],
      inputs: { asked },
    });
    const router = fixture.debugElement.injector.get(Router);
    const field = screen.getByRole('searchbox', { name: 'Name' });
    await userEvent.type(field, 'Ana ');
    await waitFor(() => expect(router.url).toBe('/?query=Ana'));
    await rerender({ inputs: { asked: { ...asked, query: 'Ana' } } });
    expect(field).toHaveValue('Ana ');
    await userEvent.type(field, 'Maria');
    await waitFor(() => expect(router.url).toBe('/?query=Ana%20Maria'));
  });

  it('takes what the address says, and clears it', async () => {
    const { fixture } = await render(PeopleFilter, {
      imports: [words],
      providers: [provideRouter([{ path: '**', component: Anywhere }])],
      inputs: { asked: { query: '', teaches: 'guitar', learns: '' } },
    });
    expect(screen.getByRole('searchbox', { name: 'Teaches' })).toHaveValue('guitar');
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByRole('searchbox', { name: 'Teaches' })).toHaveValue('');
    await waitFor(() => expect(fixture.debugElement.injector.get(Router).url).toBe('/'));
  });
});
