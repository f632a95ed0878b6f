import {
  Button,
  Dialog,
  DialogTrigger,
  Label,
  Popover,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components'
import { Select } from '../parts/choices.tsx'
import { WithTooltip } from '../parts/tooltip.tsx'
import { type ReadingSettings, readingLimits, useReadingSettings } from './reading-settings.ts'

/** How the text looks: size, length of lines, their height, the face. */
export function SettingsButton() {
  return (
    <DialogTrigger>
      <WithTooltip words="How the text looks">
        <Button className="button icon-button" data-tone="quiet" aria-label="How the text looks">
          <span className="find-sign">Aa</span>
        </Button>
      </WithTooltip>
      <Popover className="popover" offset={4}>
        <Dialog className="reader-settings" aria-label="How the text looks">
          <SettingSlider name="size" label="Size" inWords={(size) => `${size} px`} />
          <SettingSlider name="measure" label="Length of lines" inWords={(measure) => `${measure} letters`} />
          <SettingSlider name="leading" label="Height of lines" inWords={(leading) => leading.toFixed(1)} />
          <FaceSelect />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface SettingSliderProps {
  readonly name: keyof typeof readingLimits
  readonly label: string
  readonly inWords: (value: number) => string
}

function SettingSlider({ name, label, inWords }: SettingSliderProps) {
  const value = useReadingSettings((settings) => settings[name])
  const set = useReadingSettings((settings) => settings.set)
  const { min, max, step } = readingLimits[name]
  return (
    <Slider
      className="reader-slider"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(chosen) => set({ [name]: chosen })}
    >
      <Label className="field-label">{label}</Label>
      <SliderOutput className="reader-slider-value">{inWords(value)}</SliderOutput>
      <SliderTrack className="reader-slider-track">
        <SliderThumb className="reader-slider-thumb" />
      </SliderTrack>
    </Slider>
  )
}

const faces: readonly { readonly id: ReadingSettings['face']; readonly label: string }[] = [
  { id: 'serif', label: 'Serif' },
  { id: 'sans', label: 'Sans serif' },
]

function FaceSelect() {
  const { face, set } = useReadingSettings()
  return <Select label="Letters" choices={faces} value={face} onChange={(chosen) => set({ face: chosen })} />
}
