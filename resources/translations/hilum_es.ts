<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>most</source>
        <translation>máximo</translation>
    </message>
    <message>
        <source>contour</source>
        <translation>contorno</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Model attention</source>
        <translation>Atención del modelo</translation>
    </message>
    <message>
        <source>relative, this film</source>
        <translation>relativa, solo esta radiografía</translation>
    </message>
    <message>
        <source>Acc {number}</source>
        <translation>N.º de estudio {number}</translation>
    </message>
    <message>
        <source>Zoom {share}</source>
        <translation>Zoom {share}</translation>
    </message>
    <message>
        <source>{length} pixels</source>
        <translation>{length} píxeles</translation>
    </message>
    <message>
        <source>FLIPPED</source>
        <translation>VOLTEADA</translation>
    </message>
    <message>
        <source>Orientation unknown</source>
        <translation>Orientación desconocida</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Serie {number}</translation>
    </message>
    <message>
        <source>EI {value}</source>
        <translation>EI {value}</translation>
    </message>
    <message>
        <source>DI {value}</source>
        <translation>DI {value}</translation>
    </message>
    <message>
        <source>ID {number}</source>
        <translation>ID {number}</translation>
    </message>
    <message>
        <source>Lossy {ratio}:1</source>
        <translation>Con pérdida {ratio}:1</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Radiografía</translation>
    </message>
    <message>
        <source>Behind these words: {name}</source>
        <translation>Detrás de este texto: {name}</translation>
    </message>
    <message>
        <source>{name} cannot be shown</source>
        <translation>{name} no se puede mostrar</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>Leyendo {name} …</translation>
    </message>
    <message>
        <source>This film</source>
        <translation>Esta radiografía</translation>
    </message>
    <message>
        <source>Not for diagnosis: a research tool for sorting chest films. It is no medical device, and it says nothing of what it was not trained on.</source>
        <translation>No apto para diagnóstico: una herramienta de investigación para clasificar radiografías de tórax. No es un producto sanitario y no dice nada de lo que no ha aprendido.</translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation>Modelo: {title}</translation>
    </message>
    <message>
        <source>Running on {device}.</source>
        <translation>Se ejecuta en {device}.</translation>
    </message>
    <message>
        <source>Display: {account}</source>
        <translation>Pantalla: {account}</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>sin calibrar</translation>
    </message>
    <message>
        <source>About Hilum</source>
        <translation>Acerca de Hilum</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>What is on screen</source>
        <translation>Lo que está en pantalla</translation>
    </message>
    <message>
        <source>The whole film, as it is windowed</source>
        <translation>La radiografía entera, con su ventana actual</translation>
    </message>
    <message>
        <source>Stored values (16-bit PNG)</source>
        <translation>Valores almacenados (PNG de 16 bits)</translation>
    </message>
    <message>
        <source>DICOM, de-identified (PS3.15 Basic Profile)</source>
        <translation>DICOM desidentificado (perfil básico PS3.15)</translation>
    </message>
    <message>
        <source>Annotations and measurements</source>
        <translation>Anotaciones y medidas</translation>
    </message>
    <message>
        <source>Names, numbers and dates in the picture</source>
        <translation>Nombres, números y fechas en la imagen</translation>
    </message>
    <message>
        <source>Name and date in the file&apos;s name</source>
        <translation>Nombre y fecha en el nombre del archivo</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>Formato de la imagen</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportando</translation>
    </message>
    <message>
        <source>Add a mask</source>
        <translation>Añadir una máscara</translation>
    </message>
    <message>
        <source>Remove the mask</source>
        <translation>Quitar la máscara</translation>
    </message>
    <message>
        <source>Text that is burned into the picture is not found: look at the film, and mask what names a person.</source>
        <translation>El texto incrustado en la imagen no se detecta: mire la radiografía y enmascare lo que nombre a una persona.</translation>
    </message>
    <message>
        <source>The file says that text is burned into its picture.</source>
        <translation>El archivo indica que hay texto incrustado en su imagen.</translation>
    </message>
    <message>
        <source>The film is flipped: its pictures are mirrored.</source>
        <translation>La radiografía está volteada: sus imágenes salen en espejo.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Escrito: {name}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>The help is written in English.</source>
        <translation>La ayuda está escrita en inglés.</translation>
    </message>
    <message>
        <source>Set the key</source>
        <translation>Asignar la tecla</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin tecla</translation>
    </message>
    <message>
        <source>As the profile</source>
        <translation>Como el perfil</translation>
    </message>
    <message>
        <source>Search the actions</source>
        <translation>Buscar acciones</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys of the actions</source>
        <translation>Teclas de las acciones</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Tecla nueva: púlsela</translation>
    </message>
    <message>
        <source>Take the key over</source>
        <translation>Tomar la tecla</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}”, which would lose it.</source>
        <translation>{key} pertenece a «{action}», que la perdería.</translation>
    </message>
    <message>
        <source>{key} belongs to several actions and does none: {actions}.</source>
        <translation>{key} pertenece a varias acciones y no ejecuta ninguna: {actions}.</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <source>Drag to blacken a rectangle. Insert adds one, Space chooses the next, the arrow keys move it, with Shift they change its size, Del removes it.</source>
        <translation>Arrastre para ennegrecer un rectángulo. Insert añade uno, Espacio elige el siguiente, las flechas lo mueven, con Mayús cambian su tamaño, Supr lo quita.</translation>
    </message>
    <message>
        <source>Measure this screen</source>
        <translation>Medir esta pantalla</translation>
    </message>
    <message>
        <source>Hold a bank card to the screen and make the frame exactly as wide, with the slider or the arrow keys. Or measure the frame&apos;s width with a ruler, and enter it.</source>
        <translation>Apoye una tarjeta bancaria en la pantalla y dé al marco exactamente la misma anchura, con el control o las flechas. O mida la anchura del marco con una regla e introdúzcala.</translation>
    </message>
    <message>
        <source>Width of the frame</source>
        <translation>Anchura del marco</translation>
    </message>
    <message>
        <source>The frame measures</source>
        <translation>El marco mide</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Abrir el informe</translation>
    </message>
    <message>
        <source>Opens in the browser</source>
        <translation>Se abre en el navegador</translation>
    </message>
    <message>
        <source>There is no report beside this model</source>
        <translation>No hay informe junto a este modelo</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué desea hacer?</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Buscar comandos</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Takes effect when Hilum is started again.</source>
        <translation>Surte efecto al iniciar Hilum de nuevo.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Something in Hilum went wrong the last time. A report was written. It has no patient data, and nobody gets it unless you send it.</source>
        <translation>La última vez algo salió mal en Hilum. Se escribió un informe. No contiene datos de pacientes y nadie lo recibe si usted no lo envía.</translation>
    </message>
    <message>
        <source>Keep it and show its folder</source>
        <translation>Conservarlo y mostrar su carpeta</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Eliminarlo</translation>
    </message>
    <message>
        <source>Ask me again next time</source>
        <translation>Preguntarme la próxima vez</translation>
    </message>
    <message>
        <source>Something in Hilum went wrong. What is on screen may be incomplete; opening the film again usually helps.</source>
        <translation>Algo ha fallado en Hilum. Lo que está en pantalla puede estar incompleto; volver a abrir la radiografía suele ayudar.</translation>
    </message>
    <message>
        <source>previous or next film</source>
        <translation>radiografía anterior o siguiente</translation>
    </message>
    <message>
        <source>zoom at the cursor</source>
        <translation>zoom en el cursor</translation>
    </message>
    <message>
        <source>armed tool; by default window (right: wider, up: brighter; Ctrl: faster)</source>
        <translation>herramienta elegida; por defecto ventana (derecha: más ancha, arriba: más clara; Ctrl: más rápido)</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Arrastrar con el izquierdo</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Arrastrar con el central</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Arrastrar con el derecho</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Clic derecho</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>menú</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + rueda</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>film alone, and back; on a mark: its text; closes a polygon</source>
        <translation>radiografía sola, y volver; sobre una marca: su texto; cierra un polígono</translation>
    </message>
    <message>
        <source>Drag, or click and click</source>
        <translation>Arrastrar, o dos clics</translation>
    </message>
    <message>
        <source>draws with a measuring tool</source>
        <translation>dibuja con una herramienta de medición</translation>
    </message>
    <message>
        <source>Click on a mark</source>
        <translation>Clic en una marca</translation>
    </message>
    <message>
        <source>selects it; then drag its line or its points</source>
        <translation>la selecciona; después arrastre su línea o sus puntos</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclado y ratón</translation>
    </message>
    <message>
        <source>Value in the other film</source>
        <translation>Valor en la otra radiografía</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Solo diferencias</translation>
    </message>
    <message>
        <source>Search tag, name, keyword, value</source>
        <translation>Buscar tag, nombre, palabra clave, valor</translation>
    </message>
    <message>
        <source>Search the attributes</source>
        <translation>Buscar en los atributos</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>No other film</source>
        <translation>Ninguna otra radiografía</translation>
    </message>
    <message>
        <source>DICOM attributes</source>
        <translation>Atributos DICOM</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>Film {number}</source>
        <translation>Radiografía {number}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se ha escrito nada.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>La impresora no responde.</translation>
    </message>
    <message>
        <source>Copied, with names.</source>
        <translation>Copiado, con nombres.</translation>
    </message>
    <message>
        <source>Copied, without names.</source>
        <translation>Copiado, sin nombres.</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Impreso.</translation>
    </message>
    <message>
        <source>The presentation state asks for true size: choose it.</source>
        <translation>El estado de presentación pide el tamaño real: elíjalo.</translation>
    </message>
    <message>
        <source>stored {value}</source>
        <translation>almacenado {value}</translation>
    </message>
    <message>
        <source>modality {value}</source>
        <translation>modalidad {value}</translation>
    </message>
    <message>
        <source>display {value}</source>
        <translation>pantalla {value}</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>At this setting: sensitivity {sensitivity} ({sensitivity_range}), specificity {specificity} ({specificity_range}), PPV {ppv}, NPV {npv} at prevalence {prevalence}; {flagged} of {scored} flagged</source>
        <translation>Con este ajuste: sensibilidad {sensitivity} ({sensitivity_range}), especificidad {specificity} ({specificity_range}), VPP {ppv}, VPN {npv} con prevalencia {prevalence}; {flagged} de {scored} marcadas</translation>
    </message>
    <message>
        <source>Use this setting with this model</source>
        <translation>Usar este ajuste con este modelo</translation>
    </message>
    <message>
        <source>Sensitivity in per cent</source>
        <translation>Sensibilidad en porcentaje</translation>
    </message>
    <message>
        <source>Assumed prevalence in per cent</source>
        <translation>Prevalencia supuesta en porcentaje</translation>
    </message>
    <message>
        <source>Share of abnormal films that you expect; moves PPV and NPV.</source>
        <translation>Proporción de radiografías anormales que espera; mueve VPP y VPN.</translation>
    </message>
    <message>
        <source>What this setting means</source>
        <translation>Qué significa este ajuste</translation>
    </message>
    <message>
        <source>The model is still loading.</source>
        <translation>El modelo aún se está cargando.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Se ejecuta en</translation>
    </message>
    <message>
        <source>beside the model</source>
        <translation>junto al modelo</translation>
    </message>
    <message>
        <source>none beside this model</source>
        <translation>ninguno junto a este modelo</translation>
    </message>
    <message>
        <source>Evaluation report</source>
        <translation>Informe de evaluación</translation>
    </message>
    <message>
        <source>{size} × {size} pixels</source>
        <translation>{size} × {size} píxeles</translation>
    </message>
    <message>
        <source>{share} cut off at each side</source>
        <translation>{share} recortado en cada lado</translation>
    </message>
    <message>
        <source>cut to the lungs</source>
        <translation>recortado a los pulmones</translation>
    </message>
    <message>
        <source>averaged with {count} more views of the film</source>
        <translation>promediado con {count} vistas más de la imagen</translation>
    </message>
    <message>
        <source>an output of the network</source>
        <translation>una salida de la red</translation>
    </message>
    <message>
        <source>A network that looks at one film ({sees}) and gives the probability of {count} findings; others follow from them.</source>
        <translation>Una red que mira una imagen ({sees}) y da la probabilidad de {count} hallazgos; de ellos se derivan otros.</translation>
    </message>
    <message>
        <source>They exclude each other.</source>
        <translation>Se excluyen entre sí.</translation>
    </message>
    <message>
        <source>They may coexist.</source>
        <translation>Pueden coexistir.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>any of: {names}</source>
        <translation>cualquiera de: {names}</translation>
    </message>
    <message>
        <source>anything but: {names}</source>
        <translation>todo menos: {names}</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>Uso previsto</translation>
    </message>
    <message>
        <source>What it must not be used for</source>
        <translation>Para qué no debe usarse</translation>
    </message>
    <message>
        <source>Read with care</source>
        <translation>Léase con cautela</translation>
    </message>
    <message>
        <source>The card does not say which films it learned from.</source>
        <translation>La ficha no dice de qué imágenes aprendió.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Films by source, finding and split.</source>
        <translation>Imágenes por fuente, hallazgo y partición.</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Medido</translation>
    </message>
    <message>
        <source>The card carries no measurement.</source>
        <translation>La ficha no contiene ninguna medición.</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals, by bootstrap over patients.</source>
        <translation>Entre paréntesis: intervalos del 95 %, por bootstrap sobre pacientes.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>On</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallado</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>{place}, left out of training</source>
        <translation>{place}, excluido del entrenamiento</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Films, true finding by row, most probable by column:</source>
        <translation>Imágenes, hallazgo real por fila, el más probable por columna:</translation>
    </message>
    <message>
        <source>Probabilities are calibrated on the validation films: logits divided by {temperature}, one bias a finding, {activation}. The interval beside a probability is the 95 % band of the frequency that was observed there.</source>
        <translation>Las probabilidades están calibradas con las imágenes de validación: logits divididos por {temperature}, un sesgo por hallazgo, {activation}. El intervalo junto a una probabilidad es la banda del 95 % de la frecuencia allí observada.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Sesgo</translation>
    </message>
    <message>
        <source>The least probability that keeps a finding in a film&apos;s set, by the set&apos;s coverage:</source>
        <translation>La menor probabilidad que mantiene un hallazgo en el conjunto de una imagen, según la cobertura del conjunto:</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Especificidad</translation>
    </message>
    <message>
        <source>With / without</source>
        <translation>Con / sin</translation>
    </message>
    <message>
        <source>On the calibration films; the slider moves between them.</source>
        <translation>En las imágenes de calibración; el deslizador se mueve entre ellos.</translation>
    </message>
    <message>
        <source>Operating points</source>
        <translation>Puntos de trabajo</translation>
    </message>
    <message>
        <source>Unlike any chest film the model knows: the film&apos;s embedding lies further than {distance} from those of the training films.</source>
        <translation>Distinta de toda radiografía de tórax que el modelo conoce: la representación de la imagen está a más de {distance} de las del entrenamiento.</translation>
    </message>
    <message>
        <source>Accepted is what the gate gives at least {share} for “{kind}”.</source>
        <translation>Se acepta aquello a lo que el filtro da al menos {share} para «{kind}».</translation>
    </message>
    <message>
        <source>A refused film gets no findings; its row, the panel and the film itself say why. It is neither turned nor inverted behind the reader&apos;s back.</source>
        <translation>Una imagen rechazada no recibe hallazgos; su fila, el panel y la propia imagen dicen por qué. No se gira ni se invierte a espaldas del lector.</translation>
    </message>
    <message>
        <source>Which films are refused</source>
        <translation>Qué imágenes se rechazan</translation>
    </message>
    <message>
        <source>not stated in this card</source>
        <translation>no indicado en esta ficha</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Pesos iniciales</translation>
    </message>
    <message>
        <source>Use the weights for research and engineering; ask the owners of the films before any other use.</source>
        <translation>Use los pesos para investigación e ingeniería; pregunte a los propietarios de las imágenes antes de cualquier otro uso.</translation>
    </message>
    <message>
        <source>Terms of what it was made from</source>
        <translation>Condiciones de aquello de lo que está hecho</translation>
    </message>
    <message>
        <source>Preprocessing SHA-256</source>
        <translation>Preprocesamiento (SHA-256)</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Autocomprobación</translation>
    </message>
    <message>
        <source>{count} films made in code</source>
        <translation>{count} imágenes generadas por programa</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Cómo se hizo</translation>
    </message>
    <message>
        <source>What else the card carries</source>
        <translation>Qué más contiene la ficha</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>Prevalencia</translation>
    </message>
    <message>
        <source>Wanted sensitivity on the model&apos;s calibration films: further right flags more films. Scores never change, only where they are cut. This model&apos;s curves run from {low} to {high}.</source>
        <translation>Sensibilidad deseada en las radiografías de calibración del modelo: más a la derecha se marcan más. Las puntuaciones nunca cambian, solo el umbral. Las curvas de este modelo van de {low} a {high}.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Heat map of the selected finding</source>
        <translation>Mapa de calor del hallazgo elegido</translation>
    </message>
    <message>
        <source>Lungs outline</source>
        <translation>Pulmones</translation>
    </message>
    <message>
        <source>Outline of the lungs</source>
        <translation>Contorno de los pulmones</translation>
    </message>
    <message>
        <source>Where the lung model sees the lungs; most of the heart is inside</source>
        <translation>Dónde ve los pulmones el modelo pulmonar; la mayor parte del corazón queda dentro</translation>
    </message>
    <message>
        <source>Opacity of the heat map in per cent</source>
        <translation>Opacidad del mapa de calor en porcentaje</translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation>Colores del mapa de calor</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>{name}: where the model looked, not where disease is.</source>
        <translation>{name}: dónde ha mirado el modelo, no dónde está la enfermedad.</translation>
    </message>
    <message>
        <source>No heat map for this film.</source>
        <translation>No hay mapa de calor para esta radiografía.</translation>
    </message>
    <message>
        <source>Map reliability: measuring …</source>
        <translation>Fiabilidad del mapa: midiendo …</translation>
    </message>
    <message>
        <source>Map reliability: {grade}</source>
        <translation>Fiabilidad del mapa: {grade}</translation>
    </message>
    <message>
        <source>In the lungs: {share}</source>
        <translation>En los pulmones: {share}</translation>
    </message>
    <message>
        <source>Correlation with the maps of the film moved a little: {value}</source>
        <translation>Correlación con los mapas de la radiografía ligeramente desplazada: {value}</translation>
    </message>
    <message>
        <source>Without what the map marks the probability falls by {drop}</source>
        <translation>Sin lo que marca el mapa, la probabilidad baja un {drop}</translation>
    </message>
    <message>
        <source>Without what the map marks the probability does not fall</source>
        <translation>Sin lo que marca el mapa, la probabilidad no baja</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>Cargando el modelo …</translation>
    </message>
    <message>
        <source>A computed phantom, no person: its scores mean nothing.</source>
        <translation>Un fantoma calculado, no una persona: sus puntuaciones no significan nada.</translation>
    </message>
    <message>
        <source>Select a film in the worklist.</source>
        <translation>Elija una radiografía en la lista de trabajo.</translation>
    </message>
    <message>
        <source>Unreadable: {reason}</source>
        <translation>Ilegible: {reason}</translation>
    </message>
    <message>
        <source>The findings then say what they were made on. File and picture stay as they are.</source>
        <translation>Los hallazgos indican entonces sobre qué se obtuvieron. El archivo y la imagen no cambian.</translation>
    </message>
    <message>
        <source>Scoring …</source>
        <translation>Puntuando …</translation>
    </message>
    <message>
        <source>Score it {how}</source>
        <translation>Puntuar la imagen {how}</translation>
    </message>
    <message>
        <source>AI findings</source>
        <translation>Hallazgos de la IA</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Why there are no findings</source>
        <translation>Por qué no hay hallazgos</translation>
    </message>
    <message>
        <source>Click for the model card</source>
        <translation>Pulse para ver la ficha del modelo</translation>
    </message>
    <message>
        <source>read {read} ms, prepare {prepare} ms, network {network} ms</source>
        <translation>lectura {read} ms, preparación {prepare} ms, red {network} ms</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Alcanzado</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No alcanzado</translation>
    </message>
    <message>
        <source>{finding}: {state}, probability {probability} (95 % interval {interval}), threshold {threshold}</source>
        <translation>{finding}: {state}, probabilidad {probability} (intervalo del 95 % {interval}), umbral {threshold}</translation>
    </message>
    <message>
        <source>You: {word}</source>
        <translation>Usted: {word}</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Open films</source>
        <translation>Abrir radiografías</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>True size, {provenance}</source>
        <translation>Tamaño real, {provenance}</translation>
    </message>
    <message>
        <source>No other study of this patient to compare with.</source>
        <translation>No hay otro estudio de este paciente para comparar.</translation>
    </message>
    <message>
        <source>rotated {degrees}°</source>
        <translation>girada {degrees}°</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertida</translation>
    </message>
    <message>
        <source>Looking for the lungs …</source>
        <translation>Buscando los pulmones …</translation>
    </message>
    <message>
        <source>This map is empty: nothing on the film speaks for the finding.</source>
        <translation>Este mapa está vacío: nada en la radiografía habla a favor del hallazgo.</translation>
    </message>
    <message>
        <source>{share} of this map lies in the lungs</source>
        <translation>{share} de este mapa está en los pulmones</translation>
    </message>
    <message>
        <source>Files, folders or zip archives: DICOM (CR, DX, secondary capture), PNG, JPEG, TIFF.</source>
        <translation>Archivos, carpetas o archivos zip: DICOM (CR, DX, captura secundaria), PNG, JPEG, TIFF.</translation>
    </message>
    <message>
        <source>Each film is read, scored and sorted: the most urgent one stands first in the worklist.</source>
        <translation>Cada radiografía se lee, se puntúa y se ordena: la más urgente va primera en la lista de trabajo.</translation>
    </message>
    <message>
        <source>What cannot be read or scored stays in the list and says why.</source>
        <translation>Lo que no se puede leer o puntuar se queda en la lista y dice por qué.</translation>
    </message>
    <message>
        <source>Drop chest films here</source>
        <translation>Suelte aquí radiografías de tórax</translation>
    </message>
    <message>
        <source>Open files …</source>
        <translation>Abrir archivos …</translation>
    </message>
    <message>
        <source>Open folder …</source>
        <translation>Abrir carpeta …</translation>
    </message>
    <message>
        <source>Open samples</source>
        <translation>Abrir ejemplos</translation>
    </message>
    <message>
        <source>Not scored: {reason}</source>
        <translation>Sin puntuar: {reason}</translation>
    </message>
    <message>
        <source>no
picture</source>
        <translation>sin
imagen</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Lista de trabajo</translation>
    </message>
    <message>
        <source>Show all films again</source>
        <translation>Mostrar de nuevo todas las placas</translation>
    </message>
    <message>
        <source>Search name, finding, state, lane, reading</source>
        <translation>Buscar nombre, hallazgo, estado, carril, lectura</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>Buscar en la lista de trabajo</translation>
    </message>
    <message>
        <source>Order of the worklist</source>
        <translation>Orden de la lista de trabajo</translation>
    </message>
    <message>
        <source>By {column}</source>
        <translation>Por: {column}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Filter ({count})</source>
        <translation>Filtrar ({count})</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Opening films</source>
        <translation>Abriendo radiografías</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>Cancelar la apertura</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Go on opening</source>
        <translation>Continuar la apertura</translation>
    </message>
    <message>
        <source>Pause opening</source>
        <translation>Pausar la apertura</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Deteniendo …</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} archivos</translation>
    </message>
    <message>
        <source>{shown} of {count} files</source>
        <translation>{shown} de {count} archivos</translation>
    </message>
    <message>
        <source>{count} scored</source>
        <translation>{count} puntuadas</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>{count} ocultas</translation>
    </message>
    <message>
        <source>{count} flagged</source>
        <translation>{count} marcadas</translation>
    </message>
    <message>
        <source>{count} unreadable</source>
        <translation>{count} ilegibles</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Reading the kept list …</source>
        <translation>Leyendo la lista guardada …</translation>
    </message>
    <message>
        <source>search and priors follow …</source>
        <translation>búsqueda y estudios previos a continuación …</translation>
    </message>
    <message>
        <source>1 key image</source>
        <translation>1 imagen clave</translation>
    </message>
    <message>
        <source>{count} key images</source>
        <translation>{count} imágenes clave</translation>
    </message>
    <message>
        <source>Film {place}/{count}</source>
        <translation>Radiografía {place}/{count}</translation>
    </message>
    <message>
        <source>&amp;AI</source>
        <translation>&amp;IA</translation>
    </message>
    <message>
        <source>&amp;About Hilum</source>
        <translation>&amp;Acerca de Hilum</translation>
    </message>
    <message>
        <source>&amp;Cancel opening</source>
        <translation>&amp;Cancelar la apertura</translation>
    </message>
    <message>
        <source>&amp;Command palette …</source>
        <translation>&amp;Paleta de comandos …</translation>
    </message>
    <message>
        <source>&amp;Copy the measurement</source>
        <translation>&amp;Copiar la medición</translation>
    </message>
    <message>
        <source>&amp;Delete the measurement</source>
        <translation>&amp;Eliminar la medición</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Empty the worklist</source>
        <translation>&amp;Vaciar la lista de trabajo</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportar …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Forget the calibration</source>
        <translation>&amp;Olvidar la calibración</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Navegar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Key image</source>
        <translation>Imagen c&amp;lave</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Teclado y ratón</translation>
    </message>
    <message>
        <source>&amp;Model card</source>
        <translation>&amp;Ficha del modelo</translation>
    </message>
    <message>
        <source>&amp;Open files …</source>
        <translation>&amp;Abrir archivos …</translation>
    </message>
    <message>
        <source>&amp;Paste the measurement</source>
        <translation>&amp;Pegar la medición</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>&amp;Preferencias …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Text of the measurement …</source>
        <translation>&amp;Texto de la medición …</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Ventana</translation>
    </message>
    <message>
        <source>A DICOM media directory (DICOMDIR): open the folder it lies in.</source>
        <translation>Un directorio de medios DICOM (DICOMDIR): abra la carpeta en la que está.</translation>
    </message>
    <message>
        <source>A JPEG picture for print (CMYK) cannot be shown.</source>
        <translation>Una imagen JPEG para impresión (CMYK) no se puede mostrar.</translation>
    </message>
    <message>
        <source>A colour picture of 16 bits is shown with 8.</source>
        <translation>Una imagen en color de 16 bits se muestra con 8.</translation>
    </message>
    <message>
        <source>A file of the operating system, not a film.</source>
        <translation>Un archivo del sistema operativo, no una radiografía.</translation>
    </message>
    <message>
        <source>A folder that is read already, under another name.</source>
        <translation>Una carpeta que ya se lee con otro nombre.</translation>
    </message>
    <message>
        <source>A mask lies outside the film.</source>
        <translation>Una máscara queda fuera de la radiografía.</translation>
    </message>
    <message>
        <source>A zip inside a zip is not opened; unpack the outer one first.</source>
        <translation>Un zip dentro de otro no se abre; descomprima primero el exterior.</translation>
    </message>
    <message>
        <source>Abnormal (any)</source>
        <translation>Anormal (cualquiera)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Annotations and measurements in pictures</source>
        <translation>Anotaciones y medidas en las imágenes</translation>
    </message>
    <message>
        <source>Annotations at the start</source>
        <translation>Anotaciones al inicio</translation>
    </message>
    <message>
        <source>Annotations: all, minimal, none</source>
        <translation>Anotaciones: todas, mínimas, ninguna</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Assumed prevalence</source>
        <translation>Prevalencia supuesta</translation>
    </message>
    <message>
        <source>Hanging protocol</source>
        <translation>Protocolo de presentación</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automática</translation>
    </message>
    <message>
        <source>Bacterial pneumonia</source>
        <translation>Neumonía bacteriana</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Por debajo</translation>
    </message>
    <message>
        <source>Bits Stored is invalid; all allocated bits are used.</source>
        <translation>Bits Stored no es válido; se usan todos los bits asignados.</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Hueso</translation>
    </message>
    <message>
        <source>By finding</source>
        <translation>Por hallazgo</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>Cancel tool, then reset the view</source>
        <translation>Soltar la herramienta y luego restablecer la vista</translation>
    </message>
    <message>
        <source>Copy the pic&amp;ture</source>
        <translation>Cop&amp;iar la imagen</translation>
    </message>
    <message>
        <source>DICOM &amp;attributes …</source>
        <translation>A&amp;tributos DICOM …</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>A graphic of the presentation state is malformed and was left out.</source>
        <translation>Un gráfico del estado de presentación está mal formado y se omitió.</translation>
    </message>
    <message>
        <source>&amp;Agree with the finding, or present</source>
        <translation>&amp;Aceptar el hallazgo, o presente</translation>
    </message>
    <message>
        <source>&amp;Commit the read</source>
        <translation>&amp;Confirmar la lectura</translation>
    </message>
    <message>
        <source>&amp;Disagree with the finding, or absent</source>
        <translation>&amp;Discrepar del hallazgo, o ausente</translation>
    </message>
    <message>
        <source>&amp;Find in the document …</source>
        <translation>&amp;Buscar en el documento …</translation>
    </message>
    <message>
        <source>&amp;Next unread study</source>
        <translation>Siguiente estudio &amp;no leído</translation>
    </message>
    <message>
        <source>&amp;Order and lanes …</source>
        <translation>&amp;Orden y vías …</translation>
    </message>
    <message>
        <source>&amp;Other, with a note …</source>
        <translation>&amp;Otro, con una nota …</translation>
    </message>
    <message>
        <source>&amp;Pin the film to the top</source>
        <translation>&amp;Fijar la imagen arriba</translation>
    </message>
    <message>
        <source>&amp;Reader and model …</source>
        <translation>&amp;Lector y modelo …</translation>
    </message>
    <message>
        <source>&amp;Save presentation state …</source>
        <translation>&amp;Guardar el estado de presentación …</translation>
    </message>
    <message>
        <source>&amp;Second look</source>
        <translation>&amp;Segunda revisión</translation>
    </message>
    <message>
        <source>&amp;Self-test of the model</source>
        <translation>&amp;Autocomprobación del modelo</translation>
    </message>
    <message>
        <source>&amp;Shift summary …</source>
        <translation>&amp;Resumen del turno …</translation>
    </message>
    <message>
        <source>9 of 10
after</source>
        <translation>9 de 10
después</translation>
    </message>
    <message>
        <source>9 of 10
before</source>
        <translation>9 de 10
antes</translation>
    </message>
    <message>
        <source>A display is measured at level 0 and at level 255 at least.</source>
        <translation>Una pantalla se mide al menos en los niveles 0 y 255.</translation>
    </message>
    <message>
        <source>A file; for a list that a department shares, postgresql+psycopg://USER@HOST/DATABASE. Empty: Hilum&apos;s own folder.</source>
        <translation>Un archivo; para una lista compartida por un servicio, postgresql+psycopg://USER@HOST/DATABASE. Vacío: la carpeta de Hilum.</translation>
    </message>
    <message>
        <source>A greyscale presentation state does not change the colours of this film.</source>
        <translation>Un estado de presentación en escala de grises no cambia los colores de esta radiografía.</translation>
    </message>
    <message>
        <source>A page of the PDF is damaged.</source>
        <translation>Una página del PDF está dañada.</translation>
    </message>
    <message>
        <source>A presentation state can only be saved for a DICOM film with its own UIDs.</source>
        <translation>Un estado de presentación solo puede guardarse para una radiografía DICOM con sus propios UID.</translation>
    </message>
    <message>
        <source>A presentation state: it has no picture of its own, but says how films are shown.</source>
        <translation>Un estado de presentación: no tiene imagen propia, sino que dice cómo se muestran las radiografías.</translation>
    </message>
    <message>
        <source>A store is a file, or postgresql+psycopg://USER@HOST/DATABASE; what was given is neither.</source>
        <translation>Un almacén es un archivo o postgresql+psycopg://USER@HOST/DATABASE; lo indicado no es ninguno de los dos.</translation>
    </message>
    <message>
        <source>A study may be taken over after</source>
        <translation>Un estudio puede asumirse tras</translation>
    </message>
    <message>
        <source>A text of the presentation state has no place and was left out.</source>
        <translation>Un texto del estado de presentación no tiene posición y se omitió.</translation>
    </message>
    <message>
        <source>A text of the presentation state is too long and was cut.</source>
        <translation>Un texto del estado de presentación es demasiado largo y se cortó.</translation>
    </message>
    <message>
        <source>AI+ reader−</source>
        <translation>IA+ lector−</translation>
    </message>
    <message>
        <source>AI− reader+</source>
        <translation>IA− lector+</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Número de acceso</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Another model scored this film. Open its file again to have it scored by this one.</source>
        <translation>Otro modelo puntuó esta placa. Abra de nuevo su archivo para que la puntúe este.</translation>
    </message>
    <message>
        <source>Another patient than the lit film</source>
        <translation>Otro paciente que el de la radiografía activa</translation>
    </message>
    <message>
        <source>Another program holds the store; try again when it is done.</source>
        <translation>Otro programa ocupa el almacén; inténtelo cuando termine.</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegada</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flecha</translation>
    </message>
    <message>
        <source>As stored, without a presentation state</source>
        <translation>Como está guardada, sin estado de presentación</translation>
    </message>
    <message>
        <source>Bits beyond Bits Stored are set and were left out: the values may be wrong.</source>
        <translation>Hay bits activos más allá de Bits Stored y se omitieron: los valores pueden ser erróneos.</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>ICT</translation>
    </message>
    <message>
        <source>Calibrate by a known length</source>
        <translation>Calibrar con una longitud conocida</translation>
    </message>
    <message>
        <source>Calibrate this display …</source>
        <translation>Calibrar esta pantalla …</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Índice cardiotorácico</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio, thorax proposed</source>
        <translation>Índice cardiotorácico, tórax propuesto</translation>
    </message>
    <message>
        <source>Certified on the positive films of {units} patients of calibration: at most {risk} of positive studies are expected where the probability of {finding} lies below {threshold}.</source>
        <translation>Certificado con las imágenes positivas de {units} pacientes de la calibración: se espera como máximo un {risk} de los estudios positivos donde la probabilidad de {finding} es inferior a {threshold}.</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Ángulo de Cobb</translation>
    </message>
    <message>
        <source>Compare with &amp;reports …</source>
        <translation>Comparar con &amp;informes …</translation>
    </message>
    <message>
        <source>Compare with the prior (hold)</source>
        <translation>Comparar con la previa (mantener)</translation>
    </message>
    <message>
        <source>Counts from the last sign of whoever began to read it.</source>
        <translation>Desde la última señal de quien empezó a leerlo.</translation>
    </message>
    <message>
        <source>Current and prior</source>
        <translation>Actual y previa</translation>
    </message>
    <message>
        <source>Current and two priors</source>
        <translation>Actual y dos previas</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>DirectML</source>
        <translation>DirectML</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Drag with the middle button</source>
        <translation>Arrastrar con el botón central</translation>
    </message>
    <message>
        <source>Drag with the right button</source>
        <translation>Arrastrar con el botón derecho</translation>
    </message>
    <message>
        <source>Dragging down makes the film brighter</source>
        <translation>Arrastrar hacia abajo aclara la radiografía</translation>
    </message>
    <message>
        <source>Edge: 8 bits, the fastest</source>
        <translation>Edge: 8 bits, el más rápido</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enlarge the viewport, and back</source>
        <translation>Ampliar la vista, y volver</translation>
    </message>
    <message>
        <source>Ensemble: three networks, the slowest</source>
        <translation>Ensemble: tres redes, el más lento</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Export the &amp;list …</source>
        <translation>Exportar la &amp;lista …</translation>
    </message>
    <message>
        <source>F&amp;ilm</source>
        <translation>Radio&amp;grafía</translation>
    </message>
    <message>
        <source>Few training films, partly with labels mined from reports.</source>
        <translation>Pocas radiografías de entrenamiento, en parte con etiquetas extraídas de informes.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Film alone, and back</source>
        <translation>Radiografía sola, y volver</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Films in their own window</source>
        <translation>Radiografías en su propia ventana</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Findings, heat maps and lanes are hidden until you commit to what you see.</source>
        <translation>Hallazgos, mapas de calor y carriles se ocultan hasta que confirme lo que ve.</translation>
    </message>
    <message>
        <source>First film</source>
        <translation>Primera radiografía</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Marcada</translation>
    </message>
    <message>
        <source>Flagged finding</source>
        <translation>Hallazgo señalado</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>Voltear horizontalmente</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>Voltear verticalmente</translation>
    </message>
    <message>
        <source>Flip ↔</source>
        <translation>Voltear ↔</translation>
    </message>
    <message>
        <source>Flip ↕</source>
        <translation>Voltear ↕</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Frontal and lateral</source>
        <translation>Frontal y lateral</translation>
    </message>
    <message>
        <source>Frontal and lateral, current and prior</source>
        <translation>Frontal y lateral, actual y previa</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Go to the next unread study after a read</source>
        <translation>Pasar al siguiente estudio no leído tras una lectura</translation>
    </message>
    <message>
        <source>Halved chroma needs an even number of pixels.</source>
        <translation>La crominancia reducida a la mitad necesita un número par de píxeles.</translation>
    </message>
    <message>
        <source>Hide identities</source>
        <translation>Ocultar identidades</translation>
    </message>
    <message>
        <source>Hide identities at the start</source>
        <translation>Ocultar identidades al inicio</translation>
    </message>
    <message>
        <source>High Bit is invalid; the lowest bits are used.</source>
        <translation>High Bit no es válido; se usan los bits más bajos.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Holds for copies and prints too; never where identities are hidden.</source>
        <translation>Vale también para copias e impresiones; nunca donde las identidades están ocultas.</translation>
    </message>
    <message>
        <source>Image Rotation is invalid and was left out.</source>
        <translation>Image Rotation no es válido y se omitió.</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>&amp;Disposición</translation>
    </message>
    <message>
        <source>Labels are mostly PCR results; the film itself may look normal.</source>
        <translation>Las etiquetas son casi siempre resultados de PCR; la radiografía misma puede parecer normal.</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Last film</source>
        <translation>Última radiografía</translation>
    </message>
    <message>
        <source>Learned from children&apos;s films almost alone: in adults bacterial and viral pneumonia cannot be told apart by this model.</source>
        <translation>Aprendido casi solo con radiografías de niños: en adultos este modelo no distingue la neumonía bacteriana de la vírica.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Less sensitive</source>
        <translation>Menos sensible</translation>
    </message>
    <message>
        <source>Lines (enhanced)</source>
        <translation>Catéteres (realzados)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Vincular</translation>
    </message>
    <message>
        <source>Link pan and zoom</source>
        <translation>Vincular desplazamiento y zoom</translation>
    </message>
    <message>
        <source>Link window</source>
        <translation>Vincular la ventana</translation>
    </message>
    <message>
        <source>Longest
after</source>
        <translation>Más larga
después</translation>
    </message>
    <message>
        <source>Longest
before</source>
        <translation>Más larga
antes</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>Riesgo bajo</translation>
    </message>
    <message>
        <source>Luminances are positive and rise with the driving level.</source>
        <translation>Las luminancias son positivas y aumentan con el nivel de señal.</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Pulmón</translation>
    </message>
    <message>
        <source>Lung opacity</source>
        <translation>Opacidad pulmonar</translation>
    </message>
    <message>
        <source>Lungs</source>
        <translation>Pulmones</translation>
    </message>
    <message>
        <source>Lungs not found</source>
        <translation>Pulmones no encontrados</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Lupa</translation>
    </message>
    <message>
        <source>Mark as &amp;unread</source>
        <translation>Marcar como no &amp;leído</translation>
    </message>
    <message>
        <source>Marked as a quality control image.</source>
        <translation>Marcada como imagen de control de calidad.</translation>
    </message>
    <message>
        <source>Mask subtraction of the presentation state is not applied.</source>
        <translation>La sustracción de máscara del estado de presentación no se aplica.</translation>
    </message>
    <message>
        <source>Matched by name and birth date: no Patient ID to compare</source>
        <translation>Emparejado por nombre y fecha de nacimiento: sin ID de paciente que comparar</translation>
    </message>
    <message>
        <source>May be pneumonia, oedema, bleeding or a mass: told apart today.</source>
        <translation>Puede ser neumonía, edema, hemorragia o masa: a distinguir hoy.</translation>
    </message>
    <message>
        <source>May need a drain within minutes.</source>
        <translation>Puede necesitar un drenaje en minutos.</translation>
    </message>
    <message>
        <source>May need drainage, and a cause, today.</source>
        <translation>Puede necesitar hoy un drenaje, y una causa.</translation>
    </message>
    <message>
        <source>Measure this screen …</source>
        <translation>Medir esta pantalla …</translation>
    </message>
    <message>
        <source>Median
after</source>
        <translation>Mediana
después</translation>
    </message>
    <message>
        <source>Median
before</source>
        <translation>Mediana
antes</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastino</translation>
    </message>
    <message>
        <source>Memory for films beyond those on show</source>
        <translation>Memoria para radiografías fuera de pantalla</translation>
    </message>
    <message>
        <source>Menu of the film</source>
        <translation>Menú de la radiografía</translation>
    </message>
    <message>
        <source>Menu only</source>
        <translation>Solo el menú</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>Mínimas</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalidad</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>More sensitive</source>
        <translation>Más sensible</translation>
    </message>
    <message>
        <source>More than {0} frames cannot be written anew.</source>
        <translation>No se pueden volver a escribir más de {0} fotogramas.</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Las más urgentes primero</translation>
    </message>
    <message>
        <source>Mostly long known.</source>
        <translation>Casi siempre conocido desde hace tiempo.</translation>
    </message>
    <message>
        <source>Names, dates, numbers and file names are left out of the window and of exports.</source>
        <translation>Nombres, fechas, números y nombres de archivo se omiten en la ventana y en las exportaciones.</translation>
    </message>
    <message>
        <source>Names, numbers and dates in pictures</source>
        <translation>Nombres, números y fechas en las imágenes</translation>
    </message>
    <message>
        <source>Next empty viewport</source>
        <translation>Vista vacía siguiente</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>Radiografía siguiente</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Hallazgo siguiente</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Imagen clave siguiente</translation>
    </message>
    <message>
        <source>Next page of the document</source>
        <translation>Página siguiente del documento</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>Paciente siguiente</translation>
    </message>
    <message>
        <source>Next presentation state</source>
        <translation>Estado de presentación siguiente</translation>
    </message>
    <message>
        <source>Next study</source>
        <translation>Estudio siguiente</translation>
    </message>
    <message>
        <source>Next viewport</source>
        <translation>Vista siguiente</translation>
    </message>
    <message>
        <source>No DICOM data set was found in the file.</source>
        <translation>No se ha encontrado un conjunto de datos DICOM en el archivo.</translation>
    </message>
    <message>
        <source>No column is named after a finding of the model, and there are no columns &quot;finding&quot; and &quot;verdict&quot;.</source>
        <translation>Ninguna columna lleva el nombre de un hallazgo del modelo, y no hay columnas «finding» y «verdict».</translation>
    </message>
    <message>
        <source>No column says which study a row is about: &quot;accession&quot;, &quot;study_instance_uid&quot;, &quot;sop_instance_uid&quot; or &quot;file&quot;.</source>
        <translation>Ninguna columna dice de qué estudio trata una fila: «accession», «study_instance_uid», «sop_instance_uid» o «file».</translation>
    </message>
    <message>
        <source>No frontal film</source>
        <translation>Ninguna radiografía frontal</translation>
    </message>
    <message>
        <source>No inner thoracic width is proposed: the lungs were not found.</source>
        <translation>No se propone anchura torácica interna: no se encontraron los pulmones.</translation>
    </message>
    <message>
        <source>No lateral film</source>
        <translation>Ninguna radiografía lateral</translation>
    </message>
    <message>
        <source>No picture: a modality worklist item.</source>
        <translation>Sin imagen: un elemento de lista de trabajo (Modality Worklist).</translation>
    </message>
    <message>
        <source>No prior film</source>
        <translation>Ninguna radiografía previa</translation>
    </message>
    <message>
        <source>No prior frontal film</source>
        <translation>Ninguna radiografía frontal previa</translation>
    </message>
    <message>
        <source>No prior lateral film</source>
        <translation>Ninguna radiografía lateral previa</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Not a file but a device, pipe or socket.</source>
        <translation>No es un archivo, sino un dispositivo, una tubería o un socket.</translation>
    </message>
    <message>
        <source>Not a film: the file is of an unknown kind.</source>
        <translation>No es una radiografía: el tipo de archivo es desconocido.</translation>
    </message>
    <message>
        <source>Not a film: this is a text file.</source>
        <translation>No es una radiografía: es un archivo de texto.</translation>
    </message>
    <message>
        <source>Not for diagnosis</source>
        <translation>No apto para diagnóstico</translation>
    </message>
    <message>
        <source>Not scored: a PDF document, which holds no film.</source>
        <translation>Sin puntuar: un documento PDF, sin radiografía.</translation>
    </message>
    <message>
        <source>Not scored: a colour picture, not a radiograph.</source>
        <translation>Sin puntuar: una imagen en color, no una radiografía.</translation>
    </message>
    <message>
        <source>Not scored: a report, which holds no film.</source>
        <translation>Sin puntuar: un informe, sin radiografía.</translation>
    </message>
    <message>
        <source>Not scored: lateral view; the model knows frontal films only.</source>
        <translation>Sin puntuar: proyección lateral; el modelo solo conoce las frontales.</translation>
    </message>
    <message>
        <source>Not scored: the film is blank or has almost no grey levels.</source>
        <translation>Sin puntuar: la radiografía está vacía o casi no tiene niveles de gris.</translation>
    </message>
    <message>
        <source>Not scored: too dark; the picture is almost black.</source>
        <translation>Sin puntuar: demasiado oscura; la imagen es casi negra.</translation>
    </message>
    <message>
        <source>Not scored: too long and narrow for a frontal chest film.</source>
        <translation>Sin puntuar: demasiado larga y estrecha para una radiografía frontal de tórax.</translation>
    </message>
    <message>
        <source>Not scored: unlike any chest film the model knows.</source>
        <translation>Sin puntuar: no se parece a ninguna radiografía de tórax que el modelo conozca.</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>Aún no se ha medido nada.</translation>
    </message>
    <message>
        <source>Number of Frames is invalid; one frame is read.</source>
        <translation>Number of Frames no es válido; se lee un fotograma.</translation>
    </message>
    <message>
        <source>Of the presentation state&apos;s compound graphics only the simple parts are drawn.</source>
        <translation>De los gráficos compuestos del estado de presentación solo se dibujan las partes simples.</translation>
    </message>
    <message>
        <source>Often from lying still; seldom changes the hour.</source>
        <translation>A menudo por estar en cama; rara vez cambia la hora.</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Uno a uno</translation>
    </message>
    <message>
        <source>Only DICOM files can be de-identified; export this film as a picture.</source>
        <translation>Solo se pueden desidentificar archivos DICOM; exporte esta radiografía como imagen.</translation>
    </message>
    <message>
        <source>Only grey and RGB TIFF pictures can be shown.</source>
        <translation>Solo se pueden mostrar imágenes TIFF en gris o RGB.</translation>
    </message>
    <message>
        <source>Only pictures of 8 or 16 bits, grey or RGB, can be shown.</source>
        <translation>Solo se pueden mostrar imágenes de 8 o 16 bits, en gris o RGB.</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Opacidad del mapa de calor</translation>
    </message>
    <message>
        <source>Open &amp;folder …</source>
        <translation>Abrir &amp;carpeta …</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>P&amp;rint …</source>
        <translation>I&amp;mprimir …</translation>
    </message>
    <message>
        <source>Pain and complications; rarely urgent by itself.</source>
        <translation>Dolor y complicaciones; rara vez urgente por sí mismo.</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Desplazar</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>ID del paciente</translation>
    </message>
    <message>
        <source>Patient Orientation is invalid: orientation unknown.</source>
        <translation>Patient Orientation no es válida: orientación desconocida.</translation>
    </message>
    <message>
        <source>Patient unknown beside the lit film</source>
        <translation>Paciente desconocido junto a la radiografía activa</translation>
    </message>
    <message>
        <source>Photometric Interpretation is not one of colour; the picture is taken as RGB.</source>
        <translation>Photometric Interpretation no es de color; la imagen se toma como RGB.</translation>
    </message>
    <message>
        <source>Pixel Aspect Ratio is invalid; pixels are shown square.</source>
        <translation>Pixel Aspect Ratio no es válido; los píxeles se muestran cuadrados.</translation>
    </message>
    <message>
        <source>Pixel Padding covers the whole picture and was left out.</source>
        <translation>Pixel Padding cubre toda la imagen y se ha omitido.</translation>
    </message>
    <message>
        <source>Play frames, and stop</source>
        <translation>Reproducir los fotogramas, y parar</translation>
    </message>
    <message>
        <source>Pneumonia (any)</source>
        <translation>Neumonía (cualquiera)</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polígono</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presente</translation>
    </message>
    <message>
        <source>Presentation LUT Shape contradicts MONOCHROME1, which is followed.</source>
        <translation>Presentation LUT Shape contradice a MONOCHROME1, que es el que se sigue.</translation>
    </message>
    <message>
        <source>Previous film</source>
        <translation>Radiografía anterior</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Hallazgo anterior</translation>
    </message>
    <message>
        <source>Previous page of the document</source>
        <translation>Página anterior del documento</translation>
    </message>
    <message>
        <source>Previous patient</source>
        <translation>Paciente anterior</translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation>Estudio anterior</translation>
    </message>
    <message>
        <source>Previous viewport</source>
        <translation>Vista anterior</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Sonda</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Protected by a password; unpack the zip first.</source>
        <translation>Protegido con contraseña; descomprima antes el zip.</translation>
    </message>
    <message>
        <source>Rea&amp;d</source>
        <translation>&amp;Leer</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Read b&amp;lindly first</source>
        <translation>Leer primero a c&amp;iegas</translation>
    </message>
    <message>
        <source>Read blindly first</source>
        <translation>Leer primero a ciegas</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Reading needs more memory than a film may take, and was stopped.</source>
        <translation>La lectura necesita más memoria de la que puede ocupar una radiografía y se ha detenido.</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is invalid; stored values are shown as they are.</source>
        <translation>Rescale Slope o Intercept no es válido; los valores almacenados se muestran tal cual.</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Restablecer la vista</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Rotate clockwise</source>
        <translation>Girar en sentido horario</translation>
    </message>
    <message>
        <source>Rotate counter-clockwise</source>
        <translation>Girar en sentido antihorario</translation>
    </message>
    <message>
        <source>Rotate freely</source>
        <translation>Girar libremente</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Rutina</translation>
    </message>
    <message>
        <source>Same Patient ID, but another name or birth date: check the patient</source>
        <translation>Mismo ID de paciente, pero otro nombre o fecha de nacimiento: compruebe el paciente</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Puntuada</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Segunda lectura</translation>
    </message>
    <message>
        <source>Select the &amp;next measurement</source>
        <translation>&amp;Seleccionar la medición siguiente</translation>
    </message>
    <message>
        <source>Sequences are nested too deeply to be read.</source>
        <translation>Las secuencias están anidadas demasiado profundamente para leerlas.</translation>
    </message>
    <message>
        <source>Sex and age</source>
        <translation>Sexo y edad</translation>
    </message>
    <message>
        <source>Shutter Shape is malformed; what it names wrongly was left out.</source>
        <translation>Shutter Shape está mal formado; lo mal nombrado se omitió.</translation>
    </message>
    <message>
        <source>Some fragments of the pixel data are empty.</source>
        <translation>Algunos fragmentos de los datos de píxeles están vacíos.</translation>
    </message>
    <message>
        <source>Something in this file resists de-identification; nothing was written.</source>
        <translation>Algo en este archivo se resiste a la desidentificación; no se ha escrito nada.</translation>
    </message>
    <message>
        <source>Something is there, and the model cannot name it.</source>
        <translation>Hay algo, y el modelo no sabe nombrarlo.</translation>
    </message>
    <message>
        <source>Something that is no DICOM data follows the pixel data.</source>
        <translation>Algo que no son datos DICOM sigue a los datos de píxeles.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <source>Stands at the studies that you read and in the audit trail; empty: your login.</source>
        <translation>Figura en los estudios que lee y en el registro de auditoría; vacío: su usuario del sistema.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Almacén</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Fecha del estudio</translation>
    </message>
    <message>
        <source>Take &amp;back the last verdict or read</source>
        <translation>&amp;Retirar el último juicio o lectura</translation>
    </message>
    <message>
        <source>Take an abandoned study o&amp;ver</source>
        <translation>Asumir un estudio a&amp;bandonado</translation>
    </message>
    <message>
        <source>TensorRT</source>
        <translation>TensorRT</translation>
    </message>
    <message>
        <source>Test pattern of this display</source>
        <translation>Patrón de prueba de esta pantalla</translation>
    </message>
    <message>
        <source>The 32-bit values are shown in 65,536 steps.</source>
        <translation>Los valores de 32 bits se muestran en 65 536 niveles.</translation>
    </message>
    <message>
        <source>The DICOM data set is damaged and cannot be read.</source>
        <translation>El conjunto de datos DICOM está dañado y no se puede leer.</translation>
    </message>
    <message>
        <source>The DICOM file meta information is damaged.</source>
        <translation>La cabecera del archivo DICOM está dañada.</translation>
    </message>
    <message>
        <source>The JPEG picture is cut short.</source>
        <translation>La imagen JPEG está cortada.</translation>
    </message>
    <message>
        <source>The JPEG picture is damaged and cannot be decoded.</source>
        <translation>La imagen JPEG está dañada y no se puede descodificar.</translation>
    </message>
    <message>
        <source>The JPEG picture is damaged: it gives no size.</source>
        <translation>La imagen JPEG está dañada: no indica tamaño.</translation>
    </message>
    <message>
        <source>The PDF cannot be opened.</source>
        <translation>El PDF no se puede abrir.</translation>
    </message>
    <message>
        <source>The PDF has no page.</source>
        <translation>El PDF no tiene páginas.</translation>
    </message>
    <message>
        <source>The PDF has no such page.</source>
        <translation>El PDF no tiene esa página.</translation>
    </message>
    <message>
        <source>The PDF is cut short.</source>
        <translation>El PDF está truncado.</translation>
    </message>
    <message>
        <source>The PDF is locked by a password.</source>
        <translation>El PDF está protegido por una contraseña.</translation>
    </message>
    <message>
        <source>The PNG picture is cut short.</source>
        <translation>La imagen PNG está cortada.</translation>
    </message>
    <message>
        <source>The PNG picture is damaged and cannot be decoded.</source>
        <translation>La imagen PNG está dañada y no se puede descodificar.</translation>
    </message>
    <message>
        <source>The PNG picture is damaged.</source>
        <translation>La imagen PNG está dañada.</translation>
    </message>
    <message>
        <source>The RLE frame is damaged or holds more pixels than Rows and Columns say.</source>
        <translation>El fotograma RLE está dañado o tiene más píxeles de los que dicen Rows y Columns.</translation>
    </message>
    <message>
        <source>The RLE frame is smaller than its picture can be.</source>
        <translation>El fotograma RLE es más pequeño de lo que puede ser su imagen.</translation>
    </message>
    <message>
        <source>The TIFF picture is damaged and cannot be decoded.</source>
        <translation>La imagen TIFF está dañada y no se puede descodificar.</translation>
    </message>
    <message>
        <source>The TIFF picture is damaged.</source>
        <translation>La imagen TIFF está dañada.</translation>
    </message>
    <message>
        <source>The brightest luminance must lie above the darkest, and both above 0.</source>
        <translation>La luminancia más clara debe superar a la más oscura, y ambas a 0.</translation>
    </message>
    <message>
        <source>The code stream gives no picture size.</source>
        <translation>El flujo de código no indica el tamaño de la imagen.</translation>
    </message>
    <message>
        <source>The compressed picture does not end as it should: part may be missing.</source>
        <translation>La imagen comprimida no termina como debería: puede faltar una parte.</translation>
    </message>
    <message>
        <source>The compressed picture&apos;s own size is damaged; the header&apos;s is used.</source>
        <translation>El tamaño propio de la imagen comprimida está dañado; se usa el de la cabecera.</translation>
    </message>
    <message>
        <source>The compressed pixel data are damaged: no code stream is found.</source>
        <translation>Los datos de píxeles comprimidos están dañados: no se encuentra ningún flujo de código.</translation>
    </message>
    <message>
        <source>The data set is encoded otherwise than the file states; read as it is.</source>
        <translation>El conjunto de datos está codificado de otra forma que la que indica el archivo; se lee tal cual.</translation>
    </message>
    <message>
        <source>The decoder crashed on this file.</source>
        <translation>El descodificador ha fallado con este archivo.</translation>
    </message>
    <message>
        <source>The deflated data set is damaged and cannot be unpacked.</source>
        <translation>El conjunto de datos comprimido (deflate) está dañado y no se puede descomprimir.</translation>
    </message>
    <message>
        <source>The deflated data set unpacks to more than 128 MB: refused.</source>
        <translation>El conjunto de datos comprimido (deflate) ocupa más de 128 MB al descomprimirse: rechazado.</translation>
    </message>
    <message>
        <source>The deflated frame is damaged.</source>
        <translation>El fotograma comprimido (deflate) está dañado.</translation>
    </message>
    <message>
        <source>The display shutter would leave nothing visible and was left out.</source>
        <translation>El obturador de visualización no dejaría nada visible y se ha omitido.</translation>
    </message>
    <message>
        <source>The displayed area is malformed; the whole film is shown.</source>
        <translation>El área mostrada está mal formada; se muestra toda la radiografía.</translation>
    </message>
    <message>
        <source>The file does not begin as a DICOM file should; its data set was found.</source>
        <translation>El archivo no empieza como un archivo DICOM; se ha encontrado su conjunto de datos.</translation>
    </message>
    <message>
        <source>The file does not say how its Pixel Spacing was calibrated.</source>
        <translation>El archivo no dice cómo se calibró su Pixel Spacing.</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was worked out.</source>
        <translation>El archivo no indica su sintaxis de transferencia; se ha deducido.</translation>
    </message>
    <message>
        <source>The file ends before its data set begins.</source>
        <translation>El archivo termina antes de que empiece su conjunto de datos.</translation>
    </message>
    <message>
        <source>The file holds no DICOM attributes.</source>
        <translation>El archivo no contiene atributos DICOM.</translation>
    </message>
    <message>
        <source>The file holds no pixel data.</source>
        <translation>El archivo no contiene datos de píxeles.</translation>
    </message>
    <message>
        <source>The file is cut short: it ends before its pixel data.</source>
        <translation>El archivo está cortado: termina antes de sus datos de píxeles.</translation>
    </message>
    <message>
        <source>The file&apos;s header: a modality that is no projection radiograph, another body part than the chest, a lateral view, a film that lies turned or mirrored, a sequence of frames.</source>
        <translation>La cabecera del archivo: una modalidad que no es radiografía de proyección, otra parte del cuerpo que el tórax, una proyección lateral, una imagen girada o en espejo, una secuencia de fotogramas.</translation>
    </message>
    <message>
        <source>The presentation state asks for pixels that are not square; the film&apos;s own are kept.</source>
        <translation>El estado de presentación pide píxeles no cuadrados; se mantienen los de la radiografía.</translation>
    </message>
    <message>
        <source>The file is cut short: the pixel data are not whole.</source>
        <translation>El archivo está cortado: los datos de píxeles no están completos.</translation>
    </message>
    <message>
        <source>&amp;Score the film as offered</source>
        <translation>&amp;Puntuar la imagen como se ofrece</translation>
    </message>
    <message>
        <source>&amp;Watch a folder …</source>
        <translation>&amp;Vigilar una carpeta …</translation>
    </message>
    <message>
        <source>4 classes with lung opacity: macro AUC</source>
        <translation>4 clases con opacidad pulmonar: AUC macro</translation>
    </message>
    <message>
        <source>4 classes: COVID-19 sensitivity at 95 % specificity</source>
        <translation>4 clases: sensibilidad para COVID-19 con especificidad del 95 %</translation>
    </message>
    <message>
        <source>A {0} of the file is malformed or empty and was left out.</source>
        <translation>Una {0} del archivo está mal formada o vacía y se omitió.</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>AUROC for inverted greys, cross-validated</source>
        <translation>AUROC para grises invertidos, validación cruzada</translation>
    </message>
    <message>
        <source>AUROC for lateral views, cross-validated</source>
        <translation>AUROC para proyecciones laterales, validación cruzada</translation>
    </message>
    <message>
        <source>AUROC for turned films, cross-validated</source>
        <translation>AUROC para imágenes giradas, validación cruzada</translation>
    </message>
    <message>
        <source>AUROC for what is no chest, cross-validated</source>
        <translation>AUROC para lo que no es tórax, validación cruzada</translation>
    </message>
    <message>
        <source>Bits Allocated is {0}: it must be 1, 8, 16 or 32.</source>
        <translation>Bits Allocated es {0}: debe ser 1, 8, 16 o 32.</translation>
    </message>
    <message>
        <source>Brier</source>
        <translation>Brier</translation>
    </message>
    <message>
        <source>CC BY 3.0</source>
        <translation>CC BY 3.0</translation>
    </message>
    <message>
        <source>CC BY 4.0</source>
        <translation>CC BY 4.0</translation>
    </message>
    <message>
        <source>COVID-19 against other places&apos; adults without it: AUC</source>
        <translation>COVID-19 frente a adultos de otros lugares sin COVID-19: AUC</translation>
    </message>
    <message>
        <source>COVID-19 against the rest of the place: AUC</source>
        <translation>COVID-19 frente al resto del lugar: AUC</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Error de calibración</translation>
    </message>
    <message>
        <source>Diagnosis, or ruling a disease out: a film that is not flagged is still to be read.</source>
        <translation>El diagnóstico, o descartar una enfermedad: una imagen no marcada también ha de leerse.</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Findings that are not in its list: it says nothing of nodules, fractures, a pneumothorax or tubes.</source>
        <translation>Hallazgos que no están en su lista: no dice nada de nódulos, fracturas, neumotórax ni tubos.</translation>
    </message>
    <message>
        <source>Frame {0} is missing: the header says {1} frames, the file holds {2}.</source>
        <translation>Falta el fotograma {0}: la cabecera dice {1}, el archivo contiene {2}.</translation>
    </message>
    <message>
        <source>From {0} to {1}: {2} files.</source>
        <translation>De {0} a {1}: {2} archivos.</translation>
    </message>
    <message>
        <source>Hospitals and devices unlike those it learned from, before its thresholds have been checked on films of that place.</source>
        <translation>Hospitales y equipos distintos de aquellos con los que aprendió, antes de comprobar sus umbrales con imágenes del lugar.</translation>
    </message>
    <message>
        <source>JSRT: research and education</source>
        <translation>JSRT: investigación y docencia</translation>
    </message>
    <message>
        <source>Lateral views, CT slices, photographs of films, other body parts.</source>
        <translation>Proyecciones laterales, cortes de TC, fotografías de placas, otras partes del cuerpo.</translation>
    </message>
    <message>
        <source>Laterality and Image Laterality contradict each other: check the side.</source>
        <translation>Laterality e Image Laterality se contradicen: compruebe el lado.</translation>
    </message>
    <message>
        <source>Line {0} does not say which study it is about.</source>
        <translation>La línea {0} no dice de qué estudio trata.</translation>
    </message>
    <message>
        <source>Line {0} is not a level from 0 to 255 and a luminance.</source>
        <translation>La línea {0} no es un nivel de 0 a 255 con una luminancia.</translation>
    </message>
    <message>
        <source>Line {0} names a finding that the model does not have.</source>
        <translation>La línea {0} nombra un hallazgo que el modelo no tiene.</translation>
    </message>
    <message>
        <source>Line {0}: {1} is neither yes nor no.</source>
        <translation>Línea {0}: {1} no es ni sí ni no.</translation>
    </message>
    <message>
        <source>Made on the film {0}.</source>
        <translation>Obtenido con la imagen {0}.</translation>
    </message>
    <message>
        <source>Model {0} {1}, SHA-256 {2}.</source>
        <translation>Modelo {0} {1}, SHA-256 {2}.</translation>
    </message>
    <message>
        <source>NPV</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>No document in this object: {0}.</source>
        <translation>Ningún documento en este objeto: {0}.</translation>
    </message>
    <message>
        <source>No picture in this object: {0}.</source>
        <translation>Ninguna imagen en este objeto: {0}.</translation>
    </message>
    <message>
        <source>No picture: a film&apos;s header ({0}) without pixel data.</source>
        <translation>Sin imagen: cabecera de una imagen ({0}) sin datos de píxeles.</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: AUC</source>
        <translation>Normal / neumonía, Kermany: AUC</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: accuracy</source>
        <translation>Normal / neumonía, Kermany: exactitud</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: recall</source>
        <translation>Normal / neumonía, Kermany: exhaustividad</translation>
    </message>
    <message>
        <source>Normal / Viral / COVID-19: accuracy</source>
        <translation>Normal / viral / COVID-19: exactitud</translation>
    </message>
    <message>
        <source>Not a film: this is {0}.</source>
        <translation>No es una imagen: es {0}.</translation>
    </message>
    <message>
        <source>Not a greyscale presentation state: {0}.</source>
        <translation>No es un estado de presentación en escala de grises: {0}.</translation>
    </message>
    <message>
        <source>Not scored: a sequence of {0} frames, not a single film.</source>
        <translation>Sin puntuar: una secuencia de {0} fotogramas, no una sola imagen.</translation>
    </message>
    <message>
        <source>Not scored: by its header the film is turned or mirrored: its right edge is {0}, its lower edge {1}.</source>
        <translation>Sin puntuar: según su cabecera, la imagen está girada o en espejo: borde derecho {0}, borde inferior {1}.</translation>
    </message>
    <message>
        <source>Not scored: modality {0}, not a projection radiograph.</source>
        <translation>Sin puntuar: modalidad {0}, no es una radiografía de proyección.</translation>
    </message>
    <message>
        <source>Not scored: no two lungs side by side; turned, cut off, or no frontal chest film?</source>
        <translation>Sin puntuar: no hay dos pulmones uno junto al otro; ¿girada, cortada o no es un tórax frontal?</translation>
    </message>
    <message>
        <source>Not scored: the file says body part {0}, not chest.</source>
        <translation>Sin puntuar: el archivo indica la parte del cuerpo {0}, no el tórax.</translation>
    </message>
    <message>
        <source>Not scored: {0} × {1} pixels are too few (at least {2}).</source>
        <translation>Sin puntuar: {0} × {1} píxeles son muy pocos (al menos {2}).</translation>
    </message>
    <message>
        <source>Open &amp;samples</source>
        <translation>Abrir &amp;ejemplos</translation>
    </message>
    <message>
        <source>Overlay {0} is malformed and was left out.</source>
        <translation>El overlay {0} está mal formado y se omitió.</translation>
    </message>
    <message>
        <source>Overlay {0} lies outside the film and was left out.</source>
        <translation>El overlay {0} queda fuera de la imagen y se omitió.</translation>
    </message>
    <message>
        <source>P(normal) against other places&apos; abnormal: AUC</source>
        <translation>P(normal) frente a los anormales de otros lugares: AUC</translation>
    </message>
    <message>
        <source>PPV</source>
        <translation>VPP</translation>
    </message>
    <message>
        <source>PR AUC</source>
        <translation>AUC PR</translation>
    </message>
    <message>
        <source>Pa&amp;use opening</source>
        <translation>Pa&amp;usar la apertura</translation>
    </message>
    <message>
        <source>Photometric Interpretation is missing or unknown; taken as {0}.</source>
        <translation>Photometric Interpretation falta o es desconocida; se toma como {0}.</translation>
    </message>
    <message>
        <source>Pictures of {0} channels cannot be shown.</source>
        <translation>No se pueden mostrar imágenes de {0} canales.</translation>
    </message>
    <message>
        <source>Pictures of {0} samples a pixel cannot be shown.</source>
        <translation>No se pueden mostrar imágenes de {0} muestras por píxel.</translation>
    </message>
    <message>
        <source>Pixel Spacing is larger than at the detector: check lengths.</source>
        <translation>Pixel Spacing es mayor que en el detector: compruebe las longitudes.</translation>
    </message>
    <message>
        <source>Pixels are not square: {0} to {1}.</source>
        <translation>Los píxeles no son cuadrados: {0} a {1}.</translation>
    </message>
    <message>
        <source>Presentation LUT Shape is INVERSE on MONOCHROME2: shown inverted.</source>
        <translation>Presentation LUT Shape es INVERSE con MONOCHROME2: se muestra invertida.</translation>
    </message>
    <message>
        <source>Presentation LUT Shape is unknown and was left out.</source>
        <translation>Presentation LUT Shape es desconocido y se omitió.</translation>
    </message>
    <message>
        <source>RSNA 2018 challenge: research and education</source>
        <translation>Concurso RSNA 2018: investigación y docencia</translation>
    </message>
    <message>
        <source>Reading took longer than {0} s and was stopped.</source>
        <translation>La lectura tardó más de {0} s y se detuvo.</translation>
    </message>
    <message>
        <source>Sensitivity {0} on the films of calibration; longest wait: {1}.</source>
        <translation>Sensibilidad {0} en las imágenes de calibración; espera más larga: {1}.</translation>
    </message>
    <message>
        <source>Sorting frontal chest films by how soon they should be read, on the reader&apos;s own workstation: in research and in engineering, beside a radiologist who reads every film.</source>
        <translation>Ordenar radiografías frontales de tórax según lo pronto que deban leerse, en el puesto del propio lector: en investigación e ingeniería, junto a un radiólogo que lee cada imagen.</translation>
    </message>
    <message>
        <source>Stop watc&amp;hing</source>
        <translation>Dejar de vi&amp;gilar</translation>
    </message>
    <message>
        <source>Text is burned into the picture (Burned In Annotation).</source>
        <translation>Hay texto incrustado en la imagen (Burned In Annotation).</translation>
    </message>
    <message>
        <source>The Modality LUT is for values of at most 16 bits and was left out.</source>
        <translation>La Modality LUT es para valores de 16 bits como máximo y se omitió.</translation>
    </message>
    <message>
        <source>The RLE frame holds one byte a sample, not what Bits Allocated says.</source>
        <translation>El fotograma RLE tiene un byte por valor, no lo que dice Bits Allocated.</translation>
    </message>
    <message>
        <source>The RLE frame holds {0} of {1} bytes.</source>
        <translation>El fotograma RLE contiene {0} de {1} bytes.</translation>
    </message>
    <message>
        <source>The code stream holds {0} bits a sample, the header {1}.</source>
        <translation>El flujo tiene {0} bits por muestra, la cabecera {1}.</translation>
    </message>
    <message>
        <source>The compressed picture claims {0} x {1} pixels: refused as too large.</source>
        <translation>La imagen comprimida declara {0} x {1} píxeles: rechazada por demasiado grande.</translation>
    </message>
    <message>
        <source>The compressed picture has more bits than Bits Stored: one may be wrong.</source>
        <translation>La imagen comprimida tiene más bits que Bits Stored: uno puede ser erróneo.</translation>
    </message>
    <message>
        <source>The encapsulated document is no PDF but of type {0}.</source>
        <translation>El documento encapsulado no es un PDF sino de tipo {0}.</translation>
    </message>
    <message>
        <source>The file cannot be read: {0}.</source>
        <translation>No se puede leer el archivo: {0}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {0}.</source>
        <translation>No se puede escribir el archivo: {0}.</translation>
    </message>
    <message>
        <source>The file could not be read: {0}.</source>
        <translation>No se pudo leer el archivo: {0}.</translation>
    </message>
    <message>
        <source>The file is damaged in an unforeseen way ({0}).</source>
        <translation>El archivo está dañado de forma imprevista ({0}).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file is larger than 1 GB and was not read.</source>
        <translation>El archivo ocupa más de 1 GB y no se ha leído.</translation>
    </message>
    <message>
        <source>The file is not a PNG, JPEG or TIFF picture.</source>
        <translation>El archivo no es una imagen PNG, JPEG o TIFF.</translation>
    </message>
    <message>
        <source>The file is not there any more, or the link leads nowhere.</source>
        <translation>El archivo ya no está, o el enlace no lleva a ninguna parte.</translation>
    </message>
    <message>
        <source>The file needs more memory than there is.</source>
        <translation>El archivo necesita más memoria de la que hay.</translation>
    </message>
    <message>
        <source>The film could not be written again unchanged; nothing was written.</source>
        <translation>La radiografía no se pudo volver a escribir sin cambios; no se ha escrito nada.</translation>
    </message>
    <message>
        <source>The frame holds {0} of {1} bytes.</source>
        <translation>El fotograma contiene {0} de {1} bytes.</translation>
    </message>
    <message>
        <source>The header claims {0} x {1} pixels: refused as too large.</source>
        <translation>La cabecera declara {0} x {1} píxeles: rechazada por demasiado grande.</translation>
    </message>
    <message>
        <source>The header does not say how many rows and columns the picture has.</source>
        <translation>La cabecera no dice cuántas filas y columnas tiene la imagen.</translation>
    </message>
    <message>
        <source>The header says {0} frames, the file holds fewer.</source>
        <translation>La cabecera dice {0} fotogramas, el archivo contiene menos.</translation>
    </message>
    <message>
        <source>The header says {0} frames, the file holds {1}.</source>
        <translation>La cabecera dice {0} fotogramas, el archivo contiene {1}.</translation>
    </message>
    <message>
        <source>The header says {0} samples a pixel, the code stream holds {1}.</source>
        <translation>La cabecera dice {0} muestras por píxel, el flujo contiene {1}.</translation>
    </message>
    <message>
        <source>The header says {0} x {1} pixels, the picture has {2} x {3}; it is shown whole.</source>
        <translation>La cabecera dice {0} x {1} píxeles, la imagen tiene {2} x {3}; se muestra entera.</translation>
    </message>
    <message>
        <source>The kept thresholds belong to another file of {theirs}: they are not used. Set the sensitivity again for this one.</source>
        <translation>Los umbrales guardados pertenecen a otro archivo de {theirs}: no se usan. Ajuste de nuevo la sensibilidad para este.</translation>
    </message>
    <message>
        <source>The kept thresholds belong to {theirs}, not to {ours}: they are not used. Set the sensitivity again for this model.</source>
        <translation>Los umbrales guardados pertenecen a {theirs}, no a {ours}: no se usan. Ajuste de nuevo la sensibilidad para este modelo.</translation>
    </message>
    <message>
        <source>The kept thresholds cannot be read: set the sensitivity again.</source>
        <translation>Los umbrales guardados no se pueden leer: ajuste de nuevo la sensibilidad.</translation>
    </message>
    <message>
        <source>The lungs are cut off at the edge of the film: of what lies beyond nothing is said.</source>
        <translation>Los pulmones están cortados en el borde de la imagen: nada se dice de lo que queda fuera.</translation>
    </message>
    <message>
        <source>The media directory names this file, but it is not there.</source>
        <translation>El directorio de medios nombra este archivo, pero no está.</translation>
    </message>
    <message>
        <source>The model runs on</source>
        <translation>El modelo se ejecuta en</translation>
    </message>
    <message>
        <source>The next films of the worklist and priors are read ahead into it.</source>
        <translation>En ella se leen por adelantado las siguientes radiografías de la lista y las previas.</translation>
    </message>
    <message>
        <source>The offset table of the pixel data is missing.</source>
        <translation>Falta la tabla de desplazamientos de los datos de píxeles.</translation>
    </message>
    <message>
        <source>The offset table of the pixel data is wrong; the frame was found without it.</source>
        <translation>La tabla de desplazamientos de los datos de píxeles es errónea; el fotograma se encontró sin ella.</translation>
    </message>
    <message>
        <source>The patient is to be isolated before the next contact.</source>
        <translation>El paciente debe aislarse antes del próximo contacto.</translation>
    </message>
    <message>
        <source>The picture claims {0} x {1} pixels: refused as too large.</source>
        <translation>La imagen declara {0} x {1} píxeles: rechazada por demasiado grande.</translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation>La imagen no tiene píxeles.</translation>
    </message>
    <message>
        <source>The picture has palette colours but no palette that can be read.</source>
        <translation>La imagen tiene colores de paleta, pero ninguna paleta legible.</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>La imagen es demasiado grande.</translation>
    </message>
    <message>
        <source>The picture&apos;s transparency was left out.</source>
        <translation>La transparencia de la imagen se ha omitido.</translation>
    </message>
    <message>
        <source>The pixel data are not whole: {0} of {1} bytes are there.</source>
        <translation>Los datos de píxeles no están completos: hay {0} de {1} bytes.</translation>
    </message>
    <message>
        <source>The pixel data claim more bytes than the file has.</source>
        <translation>Los datos de píxeles declaran más bytes de los que tiene el archivo.</translation>
    </message>
    <message>
        <source>The pixel data do not end as they should.</source>
        <translation>Los datos de píxeles no terminan como deberían.</translation>
    </message>
    <message>
        <source>The pixel data hold no frame.</source>
        <translation>Los datos de píxeles no contienen ningún fotograma.</translation>
    </message>
    <message>
        <source>The pixels are a video, which is not shown.</source>
        <translation>Los píxeles son un vídeo, que no se muestra.</translation>
    </message>
    <message>
        <source>The pixels are floating point numbers, which are not shown.</source>
        <translation>Los píxeles son números de coma flotante, que no se muestran.</translation>
    </message>
    <message>
        <source>The pixels are kept on a server (JPIP) and are not fetched.</source>
        <translation>Los píxeles están en un servidor (JPIP) y no se descargan.</translation>
    </message>
    <message>
        <source>The pixels are labelled {0} but are not compressed.</source>
        <translation>Los píxeles están etiquetados como {0} pero no están comprimidos.</translation>
    </message>
    <message>
        <source>The pixels are labelled {0} but are {1}; read as that.</source>
        <translation>Los píxeles están etiquetados como {0} pero son {1}; leídos así.</translation>
    </message>
    <message>
        <source>The pixels: fewer than 128 a side, too long and narrow, a colour picture, blank or almost without grey levels.</source>
        <translation>Los píxeles: menos de 128 por lado, demasiado larga y estrecha, una imagen en color, vacía o casi sin niveles de gris.</translation>
    </message>
    <message>
        <source>The presentation state has too many annotations; the first 2000 are drawn.</source>
        <translation>El estado de presentación tiene demasiadas anotaciones; se dibujan las primeras 2000.</translation>
    </message>
    <message>
        <source>The presentation state refers to no image.</source>
        <translation>El estado de presentación no se refiere a ninguna imagen.</translation>
    </message>
    <message>
        <source>The presentation state&apos;s shutter covers all.</source>
        <translation>El obturador del estado de presentación lo cubre todo.</translation>
    </message>
    <message>
        <source>The process that reads files could not be started.</source>
        <translation>No se pudo iniciar el proceso que lee los archivos.</translation>
    </message>
    <message>
        <source>The radiographic magnification is invalid; it is not used for measuring.</source>
        <translation>La magnificación radiográfica no es válida; no se usa para medir.</translation>
    </message>
    <message>
        <source>The report is longer than {0} lines; the rest is left out.</source>
        <translation>El informe supera las {0} líneas; el resto se omite.</translation>
    </message>
    <message>
        <source>The report is nested too deeply; what lies deeper is left out.</source>
        <translation>El informe está anidado con demasiada profundidad; lo más profundo se omite.</translation>
    </message>
    <message>
        <source>The room must be darker than the screen.</source>
        <translation>La sala debe estar más oscura que la pantalla.</translation>
    </message>
    <message>
        <source>You have no permission to write to the store: ask for it, or name another one in the preferences or with --store.</source>
        <translation>No tiene permiso para escribir en el almacén: pídalo, o indique otro en las preferencias o con --store.</translation>
    </message>
    <message>
        <source>The store&apos;s disc is full. What was stored is kept: free some space and go on.</source>
        <translation>El disco del almacén está lleno. Lo guardado se conserva: libere espacio y continúe.</translation>
    </message>
    <message>
        <source>The stored window leaves almost nothing visible; an automatic one is shown.</source>
        <translation>La ventana guardada no deja casi nada visible; se muestra una automática.</translation>
    </message>
    <message>
        <source>The stored window leaves little visible: choose the automatic one.</source>
        <translation>La ventana guardada deja poco visible: elija la automática.</translation>
    </message>
    <message>
        <source>The table cannot be read: {0}.</source>
        <translation>No se puede leer la tabla: {0}.</translation>
    </message>
    <message>
        <source>The table is damaged at line {0}.</source>
        <translation>La tabla está dañada en la línea {0}.</translation>
    </message>
    <message>
        <source>The table is larger than 64 MB.</source>
        <translation>La tabla supera los 64 MB.</translation>
    </message>
    <message>
        <source>The transfer syntax is not known: the pixels cannot be read.</source>
        <translation>La sintaxis de transferencia es desconocida: los píxeles no se pueden leer.</translation>
    </message>
    <message>
        <source>The zip claims to unpack to {0} GB, more than {1} times its size: refused as a decompression bomb.</source>
        <translation>El zip dice descomprimirse en {0} GB, más de {1} veces su tamaño: rechazado como bomba de descompresión.</translation>
    </message>
    <message>
        <source>The zip holds no files.</source>
        <translation>El zip no contiene archivos.</translation>
    </message>
    <message>
        <source>The zip is damaged or incomplete.</source>
        <translation>El zip está dañado o incompleto.</translation>
    </message>
    <message>
        <source>The {0} display shutter is malformed and was left out.</source>
        <translation>El obturador de presentación ({0}) está mal formado y se omitió.</translation>
    </message>
    <message>
        <source>The {0} frame is damaged and cannot be decoded.</source>
        <translation>El fotograma {0} está dañado y no se puede decodificar.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>There are more frames than the header says; the first is shown.</source>
        <translation>Hay más fotogramas de los que dice la cabecera; se muestra el primero.</translation>
    </message>
    <message>
        <source>There are more pixel data than the header accounts for.</source>
        <translation>Hay más datos de píxeles de los que indica la cabecera.</translation>
    </message>
    <message>
        <source>There is a file of that name already; nothing was written.</source>
        <translation>Ya hay un archivo con ese nombre; no se escribió nada.</translation>
    </message>
    <message>
        <source>There is no frame {0}: the file holds one picture.</source>
        <translation>No hay fotograma {0}: el archivo contiene una imagen.</translation>
    </message>
    <message>
        <source>There is no frame {0}: the file holds {1}.</source>
        <translation>No hay fotograma {0}: el archivo contiene {1}.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: no share of positive studies is allowed into it.</source>
        <translation>No hay vía de riesgo bajo: no se admite en ella ninguna parte de estudios positivos.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: the model&apos;s card has no scores of calibration films to certify it with. &quot;hilum-train evaluate MODEL --split val --into-card&quot; writes them into it.</source>
        <translation>No hay vía de riesgo bajo: la ficha del modelo no tiene las puntuaciones de calibración para certificarla. «hilum-train evaluate MODEL --split val --into-card» las escribe en ella.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: the positive films of {units} patients of calibration are too few to certify {risk}; {needed} patients would be enough, or {allowed} allowed.</source>
        <translation>No hay vía de riesgo bajo: las imágenes positivas de {units} pacientes de la calibración son muy pocas para certificar un {risk}; bastarían {needed} pacientes, o admitir un {allowed}.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: this model has no finding that speaks for the whole film.</source>
        <translation>No hay vía de riesgo bajo: este modelo no tiene un hallazgo que hable por toda la imagen.</translation>
    </message>
    <message>
        <source>There is no store in this place.</source>
        <translation>No hay ningún almacén en este lugar.</translation>
    </message>
    <message>
        <source>These stored values need more than the 16 bits of a PNG.</source>
        <translation>Estos valores almacenados necesitan más de los 16 bits de un PNG.</translation>
    </message>
    <message>
        <source>This database belongs to another program: a store needs one of its own.</source>
        <translation>Esta base de datos es de otro programa: un almacén necesita una propia.</translation>
    </message>
    <message>
        <source>This device&apos;s films are unlike those this model learned from: findings are at most uncertain.</source>
        <translation>Las radiografías de este equipo difieren de las que este modelo aprendió: los hallazgos son como mucho inciertos.</translation>
    </message>
    <message>
        <source>This file is a picture; only DICOM files have attributes.</source>
        <translation>Este archivo es una imagen; solo los archivos DICOM tienen atributos.</translation>
    </message>
    <message>
        <source>This film&apos;s kept measurements are damaged and were set aside: {0}.</source>
        <translation>Las mediciones guardadas de esta imagen están dañadas y se apartaron: {0}.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Es una carpeta, no un archivo.</translation>
    </message>
    <message>
        <source>This is an opened film&apos;s own file; it is never overwritten.</source>
        <translation>Es el archivo de una radiografía abierta; nunca se sobrescribe.</translation>
    </message>
    <message>
        <source>This part of the zip is damaged.</source>
        <translation>Esta parte del zip está dañada.</translation>
    </message>
    <message>
        <source>This store was written by a newer Hilum: use that one, or another store.</source>
        <translation>Este almacén lo escribió un Hilum más nuevo: use ese, u otro almacén.</translation>
    </message>
    <message>
        <source>Thorax proposed by the lung model: check it</source>
        <translation>Tórax propuesto por el modelo pulmonar: compruébelo</translation>
    </message>
    <message>
        <source>Thumbnails of this patient</source>
        <translation>Miniaturas de este paciente</translation>
    </message>
    <message>
        <source>To be followed up within days; it must not be lost.</source>
        <translation>A seguir en unos días; no debe perderse.</translation>
    </message>
    <message>
        <source>Treatment is to begin within hours.</source>
        <translation>El tratamiento debe empezar en horas.</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>Turned as the picture&apos;s Exif orientation says.</source>
        <translation>Girada como indica la orientación Exif de la imagen.</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Incierta</translation>
    </message>
    <message>
        <source>Unlike the films this model learned from: findings are at most uncertain.</source>
        <translation>Difiere de las radiografías que este modelo aprendió: los hallazgos son como mucho inciertos.</translation>
    </message>
    <message>
        <source>Unpacks to more than it claims and was stopped.</source>
        <translation>Al descomprimirse ocupa más de lo declarado y se ha detenido.</translation>
    </message>
    <message>
        <source>Unpacks to {0} GB, which is too large.</source>
        <translation>Se descomprime en {0} GB, demasiado grande.</translation>
    </message>
    <message>
        <source>Unprocessed detector data (For Processing): not meant for reading.</source>
        <translation>Datos del detector sin procesar (For Processing): no están destinados a la lectura.</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>VOI LUT Function is unknown; LINEAR is used.</source>
        <translation>VOI LUT Function es desconocida; se usa LINEAR.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Proyección</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Neumonía vírica</translation>
    </message>
    <message>
        <source>Watch the same folder again at the next start</source>
        <translation>Volver a vigilar la misma carpeta en el próximo inicio</translation>
    </message>
    <message>
        <source>What another model has assessed is assessed again; thresholds belong to one model.</source>
        <translation>Lo que evaluó otro modelo se evalúa de nuevo; los umbrales pertenecen a un solo modelo.</translation>
    </message>
    <message>
        <source>What was copied is larger than this film and was not pasted.</source>
        <translation>Lo copiado es mayor que esta radiografía y no se pegó.</translation>
    </message>
    <message>
        <source>Whatever is fastest</source>
        <translation>Lo más rápido</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Ancha</translation>
    </message>
    <message>
        <source>Window / level</source>
        <translation>Ventana / nivel</translation>
    </message>
    <message>
        <source>Window 1 of the file</source>
        <translation>Ventana 1 del archivo</translation>
    </message>
    <message>
        <source>Window 2 of the file</source>
        <translation>Ventana 2 del archivo</translation>
    </message>
    <message>
        <source>Window Center and Window Width do not pair up; only pairs are offered.</source>
        <translation>Window Center y Window Width no van por pares; solo se ofrecen los pares.</translation>
    </message>
    <message>
        <source>Window of a region</source>
        <translation>Ventana de una región</translation>
    </message>
    <message>
        <source>Window {0} / {1} of the file is invalid and was left out.</source>
        <translation>La ventana {0} / {1} del archivo no es válida y se omitió.</translation>
    </message>
    <message>
        <source>With Ctrl the wheel does the other one.</source>
        <translation>Con Ctrl la rueda hace lo otro.</translation>
    </message>
    <message>
        <source>You have no permission to read this.</source>
        <translation>No tiene permiso para leer esto.</translation>
    </message>
    <message>
        <source>Your identifier</source>
        <translation>Su identificador</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>a 7-Zip archive; unpack it first</source>
        <translation>un archivo 7-Zip; descomprímalo primero</translation>
    </message>
    <message>
        <source>a BMP picture, which is not read</source>
        <translation>una imagen BMP, que no se lee</translation>
    </message>
    <message>
        <source>a GIF picture, which is not read</source>
        <translation>una imagen GIF, que no se lee</translation>
    </message>
    <message>
        <source>a Git LFS pointer: the file itself was never downloaded</source>
        <translation>un puntero de Git LFS: el archivo mismo nunca se descargó</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>un documento PDF</translation>
    </message>
    <message>
        <source>a RAR archive; unpack it first</source>
        <translation>un archivo RAR; descomprímalo primero</translation>
    </message>
    <message>
        <source>a WebP, audio or video file, which is not read</source>
        <translation>un archivo WebP, de audio o de vídeo, que no se lee</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>un archivo ZIP</translation>
    </message>
    <message>
        <source>a bzip2 archive; unpack it first</source>
        <translation>un archivo bzip2; descomprímalo primero</translation>
    </message>
    <message>
        <source>a gzip archive; unpack it first</source>
        <translation>un archivo gzip; descomprímalo primero</translation>
    </message>
    <message>
        <source>a tar archive; unpack it first</source>
        <translation>un archivo tar; descomprímalo primero</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitud</translation>
    </message>
    <message>
        <source>adults only, COVID-19 against the rest: AUC</source>
        <translation>solo adultos, COVID-19 frente al resto: AUC</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>un archivo ZIP vacío</translation>
    </message>
    <message>
        <source>at detector</source>
        <translation>en el detector</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automática</translation>
    </message>
    <message>
        <source>bacterial against viral, children: AUC</source>
        <translation>bacteriana frente a viral, niños: AUC</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>hueso</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>calibrado</translation>
    </message>
    <message>
        <source>calibrated by the reader</source>
        <translation>calibrado por el lector</translation>
    </message>
    <message>
        <source>calibration error (15 bins)</source>
        <translation>error de calibración (15 intervalos)</translation>
    </message>
    <message>
        <source>calibration error (15 bins): likeliest class</source>
        <translation>error de calibración (15 intervalos): hallazgo más probable</translation>
    </message>
    <message>
        <source>command</source>
        <translation>orden</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>completo</translation>
    </message>
    <message>
        <source>conformal coverage at 90 %</source>
        <translation>cobertura conforme al 90 %</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>default</source>
        <translation>por defecto</translation>
    </message>
    <message>
        <source>each film its own, many non-commercial</source>
        <translation>cada imagen las suyas, muchas no comerciales</translation>
    </message>
    <message>
        <source>end of the second arm</source>
        <translation>extremo del segundo lado</translation>
    </message>
    <message>
        <source>end of this end plate</source>
        <translation>fin de este platillo vertebral</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>experimento</translation>
    </message>
    <message>
        <source>experiment (SHA-256)</source>
        <translation>experimento (SHA-256)</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>media</translation>
    </message>
    <message>
        <source>films</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>films by finding</source>
        <translation>imágenes por hallazgo</translation>
    </message>
    <message>
        <source>five findings: macro AUC</source>
        <translation>cinco hallazgos: AUC macro</translation>
    </message>
    <message>
        <source>form</source>
        <translation>forma</translation>
    </message>
    <message>
        <source>free, with attribution to the NIH Clinical Center</source>
        <translation>libre, citando al NIH Clinical Center</translation>
    </message>
    <message>
        <source>frontal</source>
        <translation>frontal</translation>
    </message>
    <message>
        <source>gate: wrong refusals</source>
        <translation>filtro: rechazos erróneos</translation>
    </message>
    <message>
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <source>heat-map mass in the lungs, true positives: median</source>
        <translation>masa del mapa en los pulmones, verdaderos positivos: mediana</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>su fin</translation>
    </message>
    <message>
        <source>its other border</source>
        <translation>su otro borde</translation>
    </message>
    <message>
        <source>largest difference from PyTorch</source>
        <translation>mayor diferencia con PyTorch</translation>
    </message>
    <message>
        <source>largest difference from the mean of the networks</source>
        <translation>mayor diferencia con la media de las redes</translation>
    </message>
    <message>
        <source>lateral</source>
        <translation>lateral</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>bibliotecas</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>catéteres</translation>
    </message>
    <message>
        <source>lines (enhanced)</source>
        <translation>catéteres (realzados)</translation>
    </message>
    <message>
        <source>lower end of the midline</source>
        <translation>extremo inferior de la línea media</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>pulmón</translation>
    </message>
    <message>
        <source>lungs blanked out: COVID-19 AUC</source>
        <translation>pulmones borrados: AUC para COVID-19</translation>
    </message>
    <message>
        <source>m</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>macro AUC</source>
        <translation>AUC macro</translation>
    </message>
    <message>
        <source>macro AUC lost, validation</source>
        <translation>AUC macro perdida, validación</translation>
    </message>
    <message>
        <source>macro AUC, validation</source>
        <translation>AUC macro, validación</translation>
    </message>
    <message>
        <source>magnification corrected</source>
        <translation>corregido por magnificación</translation>
    </message>
    <message>
        <source>mediastinum</source>
        <translation>mediastino</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>megabytes</translation>
    </message>
    <message>
        <source>members</source>
        <translation>miembros</translation>
    </message>
    <message>
        <source>milliseconds a film</source>
        <translation>milisegundos por imagen</translation>
    </message>
    <message>
        <source>mirrored left to right</source>
        <translation>reflejada de izquierda a derecha</translation>
    </message>
    <message>
        <source>next corner</source>
        <translation>vértice siguiente</translation>
    </message>
    <message>
        <source>next corner; a double click closes</source>
        <translation>vértice siguiente; un doble clic cierra</translation>
    </message>
    <message>
        <source>no chest</source>
        <translation>no es tórax</translation>
    </message>
    <message>
        <source>nominal scanned</source>
        <translation>escaneado nominal</translation>
    </message>
    <message>
        <source>normal against opacity within it: AUC</source>
        <translation>normal frente a opacidad en el mismo lugar: AUC</translation>
    </message>
    <message>
        <source>normals called normal</source>
        <translation>normales dados por normales</translation>
    </message>
    <message>
        <source>normals called normal, by source</source>
        <translation>normales dados por normales, por fuente</translation>
    </message>
    <message>
        <source>not stated for each film</source>
        <translation>no indicado para cada imagen</translation>
    </message>
    <message>
        <source>one border of the heart</source>
        <translation>un borde del corazón</translation>
    </message>
    <message>
        <source>other side of the inner thorax</source>
        <translation>otro lado del tórax interno</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>desplazar</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>parcial</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>píxeles</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>mala</translation>
    </message>
    <message>
        <source>refused by the gate</source>
        <translation>rechazadas por el filtro</translation>
    </message>
    <message>
        <source>region</source>
        <translation>región</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>mismo día</translation>
    </message>
    <message>
        <source>sensitivity of the operating points</source>
        <translation>sensibilidad de los puntos de trabajo</translation>
    </message>
    <message>
        <source>start of the other end plate</source>
        <translation>inicio del otro platillo vertebral</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>the film looks turned or upside down; turn it upright.</source>
        <translation>la imagen parece girada o invertida; enderécela.</translation>
    </message>
    <message>
        <source>the greys look inverted; check the polarity.</source>
        <translation>los grises parecen invertidos; compruebe la polaridad.</translation>
    </message>
    <message>
        <source>this does not look like a chest film.</source>
        <translation>no parece una radiografía de tórax.</translation>
    </message>
    <message>
        <source>this looks like a lateral view; the model knows frontal films only.</source>
        <translation>parece una proyección lateral; el modelo solo conoce las frontales.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>girada</translation>
    </message>
    <message>
        <source>turned 90° to the left</source>
        <translation>girada 90° a la izquierda</translation>
    </message>
    <message>
        <source>turned 90° to the right</source>
        <translation>girada 90° a la derecha</translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation>girada 180°</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>sin verificar</translation>
    </message>
    <message>
        <source>upper end of the midline</source>
        <translation>extremo superior de la línea media</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validación</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verificado</translation>
    </message>
    <message>
        <source>vertex</source>
        <translation>vértice</translation>
    </message>
    <message>
        <source>w</source>
        <translation>sem.</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>ancha</translation>
    </message>
    <message>
        <source>window / level</source>
        <translation>ventana / nivel</translation>
    </message>
    <message>
        <source>with its greys inverted</source>
        <translation>con los grises invertidos</translation>
    </message>
    <message>
        <source>wrong refusals, validation</source>
        <translation>rechazos erróneos, validación</translation>
    </message>
    <message>
        <source>y</source>
        <translation>años</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoom</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Reproducir o parar</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Fotograma</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>Another film has this SOP Instance UID: are the marks its own?</source>
        <translation>Otra radiografía tiene este SOP Instance UID: ¿son suyas las marcas?</translation>
    </message>
    <message>
        <source>1 presentation state</source>
        <translation>1 estado de presentación</translation>
    </message>
    <message>
        <source>{count} presentation states</source>
        <translation>{count} estados de presentación</translation>
    </message>
    <message>
        <source>Drag a film here</source>
        <translation>Arrastre una radiografía aquí</translation>
    </message>
    <message>
        <source>no area: the outline crosses itself</source>
        <translation>sin área: el contorno se cruza</translation>
    </message>
    <message>
        <source>area {area} pixels</source>
        <translation>área {area} píxeles</translation>
    </message>
    <message>
        <source>area {area} ({provenance})</source>
        <translation>área {area} ({provenance})</translation>
    </message>
    <message>
        <source>no pixels of the film inside</source>
        <translation>ningún píxel de la radiografía dentro</translation>
    </message>
    <message>
        <source>mean {mean}  SD {sd}</source>
        <translation>media {mean}  DE {sd}</translation>
    </message>
    <message>
        <source>min {low}  max {high}</source>
        <translation>mín {low}  máx {high}</translation>
    </message>
    <message>
        <source>luminance: {values}</source>
        <translation>luminancia: {values}</translation>
    </message>
    <message>
        <source>Cobb {angle}°</source>
        <translation>Cobb {angle}°</translation>
    </message>
    <message>
        <source>heart {heart}, thorax {thorax}</source>
        <translation>corazón {heart}, tórax {thorax}</translation>
    </message>
    <message>
        <source>CTR {ratio}</source>
        <translation>ICT {ratio}</translation>
    </message>
    <message>
        <source>Histogram, {count} pixels</source>
        <translation>Histograma, {count} píxeles</translation>
    </message>
    <message>
        <source>Line profile</source>
        <translation>Perfil de línea</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
    <message>
        <source>True length, e.g. 25 mm or 2.5 cm</source>
        <translation>Longitud real, p. ej. 25 mm o 2,5 cm</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>KEY IMAGE</source>
        <translation>IMAGEN CLAVE</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} días</translation>
    </message>
    <message>
        <source>{years} y</source>
        <translation>{years} a</translation>
    </message>
    <message>
        <source>{months} mo</source>
        <translation>{months} m</translation>
    </message>
    <message>
        <source>Prior, {words}</source>
        <translation>Previa, {words}</translation>
    </message>
    <message>
        <source>{words} earlier</source>
        <translation>{words} antes</translation>
    </message>
    <message>
        <source>Films of this patient</source>
        <translation>Radiografías de este paciente</translation>
    </message>
    <message>
        <source>Reader and model</source>
        <translation>Lector y modelo</translation>
    </message>
    <message>
        <source>Differences between reader and model</source>
        <translation>Diferencias entre lector y modelo</translation>
    </message>
    <message>
        <source>Rows that could not be used</source>
        <translation>Filas que no se pudieron usar</translation>
    </message>
    <message>
        <source>{count} rows could not be used:</source>
        <translation>{count} filas no se pudieron usar:</translation>
    </message>
    <message>
        <source>{finding}: {agree} of {all} studies agree, {model} only the model, {reader} only the reader.</source>
        <translation>{finding}: {agree} de {all} estudios coinciden, {model} solo el modelo, {reader} solo el lector.</translation>
    </message>
    <message>
        <source>Verdicts on studies that this list does not have: {count}.</source>
        <translation>Dictámenes sobre estudios que esta lista no tiene: {count}.</translation>
    </message>
    <message>
        <source>No verdict is on a study of this list.</source>
        <translation>Ningún dictamen trata de un estudio de esta lista.</translation>
    </message>
    <message>
        <source>Order and lanes</source>
        <translation>Orden y vías</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Longest wait in minutes</source>
        <translation>Espera máxima en minutos</translation>
    </message>
    <message>
        <source>A film that has waited for so long comes next, behind pinned and STAT ones.</source>
        <translation>Una imagen que ha esperado tanto viene a continuación, tras las fijadas y las STAT.</translation>
    </message>
    <message>
        <source>No low-risk lane</source>
        <translation>Sin vía de riesgo bajo</translation>
    </message>
    <message>
        <source>Allowed share of positive studies in the low-risk lane</source>
        <translation>Parte admitida de estudios positivos en la vía de riesgo bajo</translation>
    </message>
    <message>
        <source>Reading a film takes</source>
        <translation>Leer una imagen lleva</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lectores</translation>
    </message>
    <message>
        <source>Waiting times before and after</source>
        <translation>Tiempos de espera antes y después</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Espera máxima</translation>
    </message>
    <message>
        <source>Positive studies in the low-risk lane, at most</source>
        <translation>Estudios positivos en la vía de riesgo bajo, como máximo</translation>
    </message>
    <message>
        <source>What it would do to this list</source>
        <translation>Qué haría con esta lista</translation>
    </message>
    <message>
        <source>What weighs how much</source>
        <translation>Qué pesa cuánto</translation>
    </message>
    <message>
        <source>The list is empty: there is nothing to simulate.</source>
        <translation>La lista está vacía: no hay nada que simular.</translation>
    </message>
    <message>
        <source>All films</source>
        <translation>Todas las imágenes</translation>
    </message>
    <message>
        <source>Missed (simulated)</source>
        <translation>Omitidas (simuladas)</translation>
    </message>
    <message>
        <source>Before: first come, first read. Missed: positive films below their threshold, as many as the model&apos;s sensitivity and your prevalence let expect, drawn 200 times; their longest wait holds in 19 of 20 draws.</source>
        <translation>Antes: por orden de llegada. Omitidas: imágenes positivas bajo su umbral, tantas como hacen esperar la sensibilidad del modelo y su prevalencia, sorteadas 200 veces; su espera más larga vale en 19 de 20 sorteos.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exportar la lista</translation>
    </message>
    <message>
        <source>The last {hours} hours</source>
        <translation>Las últimas {hours} horas</translation>
    </message>
    <message>
        <source>Shift summary</source>
        <translation>Resumen del turno</translation>
    </message>
    <message>
        <source>Films that came or were read in:</source>
        <translation>Placas recibidas o leídas en:</translation>
    </message>
    <message>
        <source>All films of the list</source>
        <translation>Todas las placas de la lista</translation>
    </message>
    <message>
        <source>Compare with reports</source>
        <translation>Comparar con informes</translation>
    </message>
    <message>
        <source>Document: {title}</source>
        <translation>Documento: {title}</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>{state}: {reader}, {when}</source>
        <translation>{state}: {reader}, {when}</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijada</translation>
    </message>
    <message>
        <source>STAT</source>
        <translation>STAT</translation>
    </message>
    <message>
        <source>The store cannot be opened: its folder is not there, or you may not write to it.</source>
        <translation>El almacén no puede abrirse: su carpeta no existe o usted no puede escribir en ella.</translation>
    </message>
    <message>
        <source>The store could not be read or written: try again, or use another store.</source>
        <translation>El almacén no pudo leerse ni escribirse: inténtelo de nuevo o use otro almacén.</translation>
    </message>
    <message>
        <source>The store&apos;s database does not answer: is its server running, and its address right?</source>
        <translation>La base de datos del almacén no responde: ¿funciona su servidor y es correcta su dirección?</translation>
    </message>
    <message>
        <source>The store&apos;s disc fails, or is gone. What was stored is kept: try again when it is back.</source>
        <translation>El disco del almacén falla o no está. Lo guardado se conserva: inténtelo de nuevo cuando vuelva.</translation>
    </message>
    <message>
        <source>The store&apos;s file is damaged, or is no store: put a copy of it back, or move it away, and a new one is made.</source>
        <translation>El archivo del almacén está dañado o no es un almacén: reponga una copia, o apártelo y se creará uno nuevo.</translation>
    </message>
    <message>
        <source>The store&apos;s file is no longer in its place: nothing is stored until it is back.</source>
        <translation>El archivo del almacén ya no está en su lugar: no se guarda nada hasta que vuelva.</translation>
    </message>
    <message>
        <source>Waited long</source>
        <translation>Espera larga</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Imagen clave</translation>
    </message>
    <message>
        <source>Free rotation: only quarter turns are saved.</source>
        <translation>Rotación libre: solo se guardan los cuartos de vuelta.</translation>
    </message>
    <message>
        <source>Raised local contrast is not saved.</source>
        <translation>El contraste local realzado no se guarda.</translation>
    </message>
    <message>
        <source>Save presentation state</source>
        <translation>Guardar el estado de presentación</translation>
    </message>
    <message>
        <source>Measurements and annotations</source>
        <translation>Mediciones y anotaciones</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>The file names the patient, as the film does; what you write here is kept in it.</source>
        <translation>El archivo nombra al paciente, como la radiografía; lo que escriba aquí queda en él.</translation>
    </message>
    <message>
        <source>without a label</source>
        <translation>sin etiqueta</translation>
    </message>
    <message>
        <source>Presentation state {label}: not for this frame</source>
        <translation>Estado de presentación {label}: no para este fotograma</translation>
    </message>
    <message>
        <source>Presentation state {label}, changed since</source>
        <translation>Estado de presentación {label}, modificado después</translation>
    </message>
    <message>
        <source>Presentation state {label}</source>
        <translation>Estado de presentación {label}</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>Estado de presentación</translation>
    </message>
    <message>
        <source>Presentation state that cannot be used: {reason}</source>
        <translation>Estado de presentación inutilizable: {reason}</translation>
    </message>
    <message>
        <source>Presentation state {label}: its film is not open</source>
        <translation>Estado de presentación {label}: su radiografía no está abierta</translation>
    </message>
    <message>
        <source>Presentation state {label}, for {here} of its {wanted} films: the others are not open</source>
        <translation>Estado de presentación {label}, para {here} de sus {wanted} radiografías: las demás no están abiertas</translation>
    </message>
    <message>
        <source>Presentation state {label}: choose it on its film</source>
        <translation>Estado de presentación {label}: elíjalo en su radiografía</translation>
    </message>
    <message>
        <source>None was opened for this film</source>
        <translation>No se abrió ninguno para esta radiografía</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Como está guardada</translation>
    </message>
    <message>
        <source>Graphic layers</source>
        <translation>Capas gráficas</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>Escribiendo {name} …</translation>
    </message>
    <message>
        <source>GSDF, measured</source>
        <translation>GSDF, medida</translation>
    </message>
    <message>
        <source>GSDF, assumed</source>
        <translation>GSDF, supuesta</translation>
    </message>
    <message>
        <source>{words}: {low} to {high} cd/m², contrast within {error}</source>
        <translation>{words}: {low} a {high} cd/m², contraste con error de {error}</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Pages of the PDF</source>
        <translation>Páginas del PDF</translation>
    </message>
    <message>
        <source>Not shown while identities are hidden: a PDF can name people on any page.</source>
        <translation>No se muestra mientras las identidades están ocultas: un PDF puede nombrar personas en cualquier página.</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Buscar en el documento</translation>
    </message>
    <message>
        <source>What was written freely can still name a person.</source>
        <translation>El texto libre aún puede nombrar a una persona.</translation>
    </message>
    <message>
        <source>The film that is meant is not in the worklist.</source>
        <translation>La radiografía indicada no está en la lista de trabajo.</translation>
    </message>
    <message>
        <source>Page {page}/{count}</source>
        <translation>Página {page}/{count}</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} encontrados</translation>
    </message>
    <message>
        <source>Enter finds</source>
        <translation>Intro para buscar</translation>
    </message>
    <message>
        <source>Display calibration</source>
        <translation>Calibración de la pantalla</translation>
    </message>
    <message>
        <source>Show films through the display function (GSDF) here</source>
        <translation>Mostrar aquí las radiografías con la función de visualización (GSDF)</translation>
    </message>
    <message>
        <source>Assume a display of gamma 2.2</source>
        <translation>Suponer una pantalla de gamma 2,2</translation>
    </message>
    <message>
        <source>Measured: driving level, cd/m² on each line</source>
        <translation>Medida: nivel de señal, cd/m² en cada línea</translation>
    </message>
    <message>
        <source>Darkest</source>
        <translation>La más oscura</translation>
    </message>
    <message>
        <source>Brightest</source>
        <translation>La más clara</translation>
    </message>
    <message>
        <source>Light of the room on it</source>
        <translation>Luz de la sala reflejada</translation>
    </message>
    <message>
        <source>Measured luminances</source>
        <translation>Luminancias medidas</translation>
    </message>
    <message>
        <source>Read a CSV file …</source>
        <translation>Leer un archivo CSV …</translation>
    </message>
    <message>
        <source>Test pattern</source>
        <translation>Patrón de prueba</translation>
    </message>
    <message>
        <source>Screen: {name}</source>
        <translation>Pantalla: {name}</translation>
    </message>
    <message>
        <source>Steps of grey are uneven by up to {before} without and {after} with the display function; for reading {allowed} is allowed (TG18).</source>
        <translation>Los pasos de gris difieren hasta {before} sin la función de visualización y {after} con ella; para el diagnóstico se admite {allowed} (TG18).</translation>
    </message>
    <message>
        <source>This file cannot be read as a table.</source>
        <translation>Este archivo no se puede leer como tabla.</translation>
    </message>
    <message>
        <source>Line {line} is not a level from 0 to 255 and a luminance.</source>
        <translation>La línea {line} no es un nivel de 0 a 255 con una luminancia.</translation>
    </message>
    <message>
        <source>Driving level {level}</source>
        <translation>Nivel de señal {level}</translation>
    </message>
    <message>
        <source>without display function</source>
        <translation>sin función de visualización</translation>
    </message>
    <message>
        <source>Space: with and without · ← →: fields for a luminance meter · Esc: close</source>
        <translation>Espacio: con y sin · ← →: campos para un luminancímetro · Esc: cerrar</translation>
    </message>
    <message>
        <source>Not while identities are hidden: a PDF can name people on any page.</source>
        <translation>No mientras las identidades estén ocultas: un PDF puede nombrar personas en cualquier página.</translation>
    </message>
    <message>
        <source>Copied, as it stands.</source>
        <translation>Copiado tal cual.</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Exportar el informe</translation>
    </message>
    <message>
        <source>Export the PDF, with all its names</source>
        <translation>Exportar el PDF, con todos sus nombres</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Imprimiendo …</translation>
    </message>
    <message>
        <source>Self-test passed at an earlier start.</source>
        <translation>Autocomprobación superada en un inicio anterior.</translation>
    </message>
    <message>
        <source>Self-test failed ({reason}): do not rely on the scores. Install Hilum or the model again.</source>
        <translation>La autocomprobación falló ({reason}): no confíe en las puntuaciones. Vuelva a instalar Hilum o el modelo.</translation>
    </message>
    <message>
        <source>Self-test passed: {films} phantom films on {device}, as when the model was made.</source>
        <translation>Autocomprobación superada: {films} imágenes de fantoma en {device}, como cuando se creó el modelo.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: settings, measurements and the list are kept in {other}.</source>
        <translation>No se puede escribir en {folder}: los ajustes, las mediciones y la lista se guardan en {other}.</translation>
    </message>
    <message>
        <source>Your settings could not be read. They were set aside as {name} in {folder}, and Hilum starts with its own: set keys, screens and calibrations anew, or put a copy of settings.json back while Hilum is closed.</source>
        <translation>Sus ajustes no pudieron leerse. Se han apartado como {name} en {folder}, y Hilum empieza con los suyos: ajuste de nuevo teclas, pantallas y calibraciones, o reponga una copia de settings.json con Hilum cerrado.</translation>
    </message>
    <message>
        <source>Another Hilum, on {machine}, uses the same settings and does not answer: the one that is closed last keeps its own.</source>
        <translation>Otro Hilum, en {machine}, usa los mismos ajustes y no responde: se conservarán los del último que se cierre.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>You are reading since {time}</source>
        <translation>Usted lee desde {time}</translation>
    </message>
    <message>
        <source>It may be taken over.</source>
        <translation>Puede asumirse.</translation>
    </message>
    <message>
        <source>Read by {reader}, {time}</source>
        <translation>Leído por {reader}, {time}</translation>
    </message>
    <message>
        <source>Second look asked for by {reader}, {time}</source>
        <translation>Segunda revisión pedida por {reader}, {time}</translation>
    </message>
    <message>
        <source>Read blindly: say what you see, then commit.</source>
        <translation>Lectura a ciegas: diga lo que ve y confirme.</translation>
    </message>
    <message>
        <source>Reading of this study</source>
        <translation>Lectura de este estudio</translation>
    </message>
    <message>
        <source>Notes on this study</source>
        <translation>Notas sobre este estudio</translation>
    </message>
    <message>
        <source>What you do is kept in the window, and stored when the store can be used again.</source>
        <translation>Lo que haga queda en la ventana y se guardará cuando el almacén vuelva a poder usarse.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation>¿Qué ve?</translation>
    </message>
    <message>
        <source>The model&apos;s findings are shown. Commit again to end the read.</source>
        <translation>Se muestran los hallazgos del modelo. Confirme otra vez para terminar la lectura.</translation>
    </message>
    <message>
        <source>All studies of the list are read, or being read.</source>
        <translation>Todos los estudios de la lista están leídos o se están leyendo.</translation>
    </message>
    <message>
        <source>Being read by {reader} since {time}.</source>
        <translation>{reader} lo está leyendo desde {time}.</translation>
    </message>
    <message>
        <source>Findings hidden</source>
        <translation>Hallazgos ocultos</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>No indicado</translation>
    </message>
    <message>
        <source>In no lane</source>
        <translation>En ninguna vía</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Sin puntuar</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Nada que leer</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Instalando</translation>
    </message>
    <message>
        <source>Install from a folder …</source>
        <translation>Instalar desde una carpeta …</translation>
    </message>
    <message>
        <source>Install from wheels …</source>
        <translation>Instalar desde archivos wheel …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Copiar la línea</translation>
    </message>
    <message>
        <source>With an NVIDIA card the model runs faster. The GPU pack adds what it needs to your own folder, about 2 GB, from wheels that can be fetched on another machine; no network is used here.</source>
        <translation>Con una tarjeta NVIDIA el modelo es más rápido. El paquete GPU añade a su propia carpeta lo que necesita, unos 2 GB, a partir de archivos wheel que se pueden descargar en otro equipo; aquí no se usa la red.</translation>
    </message>
    <message>
        <source>To fetch the pack, type where there is a network:</source>
        <translation>Para descargar el paquete, escriba en un equipo con red:</translation>
    </message>
    <message>
        <source>GPU pack: {names}</source>
        <translation>Paquete GPU: {names}</translation>
    </message>
    <message>
        <source>No GPU pack is installed.</source>
        <translation>No hay ningún paquete GPU instalado.</translation>
    </message>
    <message>
        <source>Delete the GPU pack?</source>
        <translation>¿Eliminar el paquete GPU?</translation>
    </message>
    <message>
        <source>Stopped; the pack is as it was.</source>
        <translation>Detenido; el paquete está como estaba.</translation>
    </message>
    <message>
        <source>{number} wheels installed. Start Hilum again to use them.</source>
        <translation>{number} archivos wheel instalados. Reinicie Hilum para usarlos.</translation>
    </message>
    <message>
        <source>The GPU pack is deleted. Start Hilum again to do without it.</source>
        <translation>El paquete GPU está eliminado. Reinicie Hilum para trabajar sin él.</translation>
    </message>
    <message>
        <source>The GPU pack could not be changed: {reason}.</source>
        <translation>No se pudo modificar el paquete GPU: {reason}.</translation>
    </message>
    <message>
        <source>Settings were not kept ({reason}): make room in {folder}, or ask for the right to write there.</source>
        <translation>Los ajustes no se guardaron ({reason}): libere espacio en {folder} o pida permiso para escribir allí.</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Dejar de vigilar</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Vigilar una carpeta</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>una carpeta</translation>
    </message>
    <message>
        <source>{folder} is not there: waiting for it</source>
        <translation>{folder} no está: se espera</translation>
    </message>
    <message>
        <source>Watching {folder}</source>
        <translation>Vigilando {folder}</translation>
    </message>
    <message>
        <source>{count} being written</source>
        <translation>{count} escribiéndose</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en espera</translation>
    </message>
    <message>
        <source>{names} cannot be read: some words stay English. Install Hilum again.</source>
        <translation>No se puede leer {names}: algunas palabras quedan en inglés. Instale Hilum de nuevo.</translation>
    </message>
    <message>
        <source>Windows of the file</source>
        <translation>Ventanas del archivo</translation>
    </message>
    <message>
        <source>The file has none</source>
        <translation>El archivo no tiene ninguna</translation>
    </message>
    <message>
        <source>Unread: came after {reader} had read the study, {time}</source>
        <translation>Sin leer: llegó después de que {reader} leyera el estudio, {time}</translation>
    </message>
    <message>
        <source>This study was begun and not ended.</source>
        <translation>La lectura de este estudio se empezó y no se terminó.</translation>
    </message>
    <message>
        <source>No other unread film is shown; {count} wait that the filter or the search leaves out.</source>
        <translation>No se muestra ninguna otra radiografía sin leer; {count} esperan, que el filtro o la búsqueda dejan fuera.</translation>
    </message>
    <message>
        <source>A copy of {name}.</source>
        <translation>Una copia de {name}.</translation>
    </message>
    <message>
        <source>Has the SOP Instance UID of {name}, but not its content.</source>
        <translation>Tiene el SOP Instance UID de {name}, pero no su contenido.</translation>
    </message>
    <message>
        <source>{reader} has gone on with this study: nothing was taken back.</source>
        <translation>{reader} ha seguido con este estudio: no se deshizo nada.</translation>
    </message>
</context>
</TS>
