import { CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, signal } from '@angular/core';
import {
  blockIcon,
  Button,
  type ButtonLook,
  ButtonRow,
  type Choice,
  Choices,
  Combobox,
  type ComboboxOption,
  editIcon,
  Field,
  IconButton,
  Input,
  LongPress,
  Menu,
  MenuItem,
  moreIcon,
  PasswordInput,
  pinIcon,
  Switch,
} from '@parley/web-ui';
import { KitSample } from './kit-sample';

/** What one presses, types into and chooses from. */
@Component({
  selector: 'parley-kit-controls',
  imports: [
    Button,
    ButtonRow,
    CdkMenuTrigger,
    Choices,
    Combobox,
    Field,
    IconButton,
    Input,
    KitSample,
    LongPress,
    Menu,
    MenuItem,
    PasswordInput,
    Switch,
  ],
  templateUrl: './kit-controls.html',
  styleUrl: './kit-section.css',
})
export class KitControls {
  protected readonly icons = { blockIcon, editIcon, moreIcon, pinIcon };
  protected readonly looks: readonly ButtonLook[] = ['primary', 'soft', 'quiet', 'plain', 'danger'];
  protected readonly sizes: readonly Choice<'small' | 'normal' | 'large'>[] = [
    { value: 'small', label: 'Small' },
    { value: 'normal', label: 'Normal' },
    { value: 'large', label: 'Large' },
  ];
  protected readonly chosen = signal<'small' | 'normal' | 'large'>('normal');
  protected readonly isOn = signal(true);
  protected readonly rested = signal(0);
  private readonly skills: readonly ComboboxOption[] = [
    { id: 'spanish', label: 'Spanish', detail: 'A language' },
    { id: 'pottery', label: 'Pottery' },
    { id: 'accordion', label: 'Accordion' },
  ];
  protected readonly people: readonly ComboboxOption[] = [
    ['Ngozi Adéyẹmí', 'Sings in a choir, and hums everywhere else · Lagos'],
    ['佐藤 美咲', '京都'],
    ['Þórdís Björnsdóttir', ''],
    ['Tomek', 'Teaches TypeScript and Polish · Gdańsk'],
    ['ليلى حداد', 'أحب الحروف والموسيقى'],
  ].map(([id = '', detail]) => ({ id, label: id, picture: { seed: id, url: null }, ...(detail ? { detail } : {}) }));
  protected readonly found = signal<readonly ComboboxOption[]>([]);

  protected look(query: string): void {
    this.found.set(this.skills.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase())));
  }
}
