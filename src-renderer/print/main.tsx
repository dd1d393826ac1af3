import '@fontsource-variable/plus-jakarta-sans'
import '@fontsource-variable/fraunces'
