<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>most</source>
        <translation>stärkste</translation>
    </message>
    <message>
        <source>contour</source>
        <translation>Kontur</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Model attention</source>
        <translation>Aufmerksamkeit des Modells</translation>
    </message>
    <message>
        <source>relative, this film</source>
        <translation>relativ, nur diese Aufnahme</translation>
    </message>
    <message>
        <source>Acc {number}</source>
        <translation>Auftr.-Nr. {number}</translation>
    </message>
    <message>
        <source>Zoom {share}</source>
        <translation>Zoom {share}</translation>
    </message>
    <message>
        <source>{length} pixels</source>
        <translation>{length} Pixel</translation>
    </message>
    <message>
        <source>FLIPPED</source>
        <translation>GESPIEGELT</translation>
    </message>
    <message>
        <source>Orientation unknown</source>
        <translation>Ausrichtung unbekannt</translation>
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
        <translation>Verlustbehaftet {ratio}:1</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Behind these words: {name}</source>
        <translation>Hinter diesem Text: {name}</translation>
    </message>
    <message>
        <source>{name} cannot be shown</source>
        <translation>{name} kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>{name} wird gelesen …</translation>
    </message>
    <message>
        <source>This film</source>
        <translation>Diese Aufnahme</translation>
    </message>
    <message>
        <source>Not for diagnosis: a research tool for sorting chest films. It is no medical device, and it says nothing of what it was not trained on.</source>
        <translation>Nicht zur Diagnose: ein Forschungswerkzeug zum Vorsortieren von Thoraxaufnahmen. Es ist kein Medizinprodukt und sagt nichts über das, was es nicht gelernt hat.</translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation>Modell: {title}</translation>
    </message>
    <message>
        <source>Running on {device}.</source>
        <translation>Läuft auf {device}.</translation>
    </message>
    <message>
        <source>Display: {account}</source>
        <translation>Anzeige: {account}</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>nicht kalibriert</translation>
    </message>
    <message>
        <source>About Hilum</source>
        <translation>Über Hilum</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>What is on screen</source>
        <translation>Was auf dem Bildschirm ist</translation>
    </message>
    <message>
        <source>The whole film, as it is windowed</source>
        <translation>Die ganze Aufnahme, wie sie gefenstert ist</translation>
    </message>
    <message>
        <source>Stored values (16-bit PNG)</source>
        <translation>Gespeicherte Werte (16-Bit-PNG)</translation>
    </message>
    <message>
        <source>DICOM, de-identified (PS3.15 Basic Profile)</source>
        <translation>DICOM, de-identifiziert (PS3.15 Basic Profile)</translation>
    </message>
    <message>
        <source>Annotations and measurements</source>
        <translation>Beschriftung und Messungen</translation>
    </message>
    <message>
        <source>Names, numbers and dates in the picture</source>
        <translation>Namen, Nummern und Daten im Bild</translation>
    </message>
    <message>
        <source>Name and date in the file&apos;s name</source>
        <translation>Name und Datum im Dateinamen</translation>
    </message>
    <message>
        <source>Kind of picture</source>
        <translation>Bildformat</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>Add a mask</source>
        <translation>Maske hinzufügen</translation>
    </message>
    <message>
        <source>Remove the mask</source>
        <translation>Maske entfernen</translation>
    </message>
    <message>
        <source>Text that is burned into the picture is not found: look at the film, and mask what names a person.</source>
        <translation>In das Bild eingebrannter Text wird nicht erkannt: Sehen Sie die Aufnahme an und maskieren Sie, was eine Person nennt.</translation>
    </message>
    <message>
        <source>The file says that text is burned into its picture.</source>
        <translation>Die Datei gibt an, dass in ihr Bild Text eingebrannt ist.</translation>
    </message>
    <message>
        <source>The film is flipped: its pictures are mirrored.</source>
        <translation>Die Aufnahme ist gespiegelt: ihre Bilder sind es auch.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Geschrieben: {name}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>The help is written in English.</source>
        <translation>Die Hilfe ist auf Englisch geschrieben.</translation>
    </message>
    <message>
        <source>Set the key</source>
        <translation>Taste setzen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>As the profile</source>
        <translation>Wie im Profil</translation>
    </message>
    <message>
        <source>Search the actions</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of the actions</source>
        <translation>Tasten der Befehle</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Neue Taste: drücken</translation>
    </message>
    <message>
        <source>Take the key over</source>
        <translation>Taste übernehmen</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}”, which would lose it.</source>
        <translation>{key} gehört zu „{action}“ und ginge dort verloren.</translation>
    </message>
    <message>
        <source>{key} belongs to several actions and does none: {actions}.</source>
        <translation>{key} gehört zu mehreren Befehlen und löst keinen aus: {actions}.</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Drag to blacken a rectangle. Insert adds one, Space chooses the next, the arrow keys move it, with Shift they change its size, Del removes it.</source>
        <translation>Ziehen schwärzt ein Rechteck. Einfg fügt eines hinzu, Leertaste wählt das nächste, die Pfeiltasten verschieben es, mit Umschalt ändern sie die Größe, Entf entfernt es.</translation>
    </message>
    <message>
        <source>Measure this screen</source>
        <translation>Diesen Bildschirm vermessen</translation>
    </message>
    <message>
        <source>Hold a bank card to the screen and make the frame exactly as wide, with the slider or the arrow keys. Or measure the frame&apos;s width with a ruler, and enter it.</source>
        <translation>Halten Sie eine Bankkarte an den Bildschirm und machen Sie den Rahmen mit dem Schieber oder den Pfeiltasten genau so breit. Oder messen Sie die Breite des Rahmens mit einem Lineal und tragen Sie sie ein.</translation>
    </message>
    <message>
        <source>Width of the frame</source>
        <translation>Breite des Rahmens</translation>
    </message>
    <message>
        <source>The frame measures</source>
        <translation>Der Rahmen misst</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Opens in the browser</source>
        <translation>Öffnet im Browser</translation>
    </message>
    <message>
        <source>There is no report beside this model</source>
        <translation>Neben diesem Modell liegt kein Bericht</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Takes effect when Hilum is started again.</source>
        <translation>Wirkt erst, wenn Hilum neu gestartet wird.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Something in Hilum went wrong the last time. A report was written. It has no patient data, and nobody gets it unless you send it.</source>
        <translation>Beim letzten Mal ist in Hilum etwas schiefgegangen. Ein Bericht wurde geschrieben. Er enthält keine Patientendaten, und niemand erhält ihn, wenn Sie ihn nicht selbst senden.</translation>
    </message>
    <message>
        <source>Keep it and show its folder</source>
        <translation>Behalten und Ordner zeigen</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Ask me again next time</source>
        <translation>Beim nächsten Mal wieder fragen</translation>
    </message>
    <message>
        <source>Something in Hilum went wrong. What is on screen may be incomplete; opening the film again usually helps.</source>
        <translation>In Hilum ist etwas schiefgegangen. Was auf dem Bildschirm steht, kann unvollständig sein; meist hilft es, die Aufnahme erneut zu öffnen.</translation>
    </message>
    <message>
        <source>previous or next film</source>
        <translation>vorige oder nächste Aufnahme</translation>
    </message>
    <message>
        <source>zoom at the cursor</source>
        <translation>am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>armed tool; by default window (right: wider, up: brighter; Ctrl: faster)</source>
        <translation>gewähltes Werkzeug; sonst Fenster (rechts: breiter, hoch: heller; Strg: schneller)</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Ziehen mit links</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Ziehen mit der Mitte</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Ziehen mit rechts</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Rad</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>film alone, and back; on a mark: its text; closes a polygon</source>
        <translation>Aufnahme allein, und zurück; auf einer Markierung: deren Text; schließt ein Polygon</translation>
    </message>
    <message>
        <source>Drag, or click and click</source>
        <translation>Ziehen, oder Klick und Klick</translation>
    </message>
    <message>
        <source>draws with a measuring tool</source>
        <translation>zeichnet mit einem Messwerkzeug</translation>
    </message>
    <message>
        <source>Click on a mark</source>
        <translation>Klick auf eine Markierung</translation>
    </message>
    <message>
        <source>selects it; then drag its line or its points</source>
        <translation>wählt sie aus; dann ihre Linie oder ihre Punkte ziehen</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Value in the other film</source>
        <translation>Wert in der anderen Aufnahme</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Search tag, name, keyword, value</source>
        <translation>Tag, Name, Schlüsselwort, Wert suchen</translation>
    </message>
    <message>
        <source>Search the attributes</source>
        <translation>Attribute durchsuchen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>No other film</source>
        <translation>Keine andere Aufnahme</translation>
    </message>
    <message>
        <source>DICOM attributes</source>
        <translation>DICOM-Attribute</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Film {number}</source>
        <translation>Aufnahme {number}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>Der Drucker antwortet nicht.</translation>
    </message>
    <message>
        <source>Copied, with names.</source>
        <translation>Kopiert, mit Namen.</translation>
    </message>
    <message>
        <source>Copied, without names.</source>
        <translation>Kopiert, ohne Namen.</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Gedruckt.</translation>
    </message>
    <message>
        <source>The presentation state asks for true size: choose it.</source>
        <translation>Der Präsentationszustand verlangt wahre Größe: bitte selbst wählen.</translation>
    </message>
    <message>
        <source>stored {value}</source>
        <translation>gespeichert {value}</translation>
    </message>
    <message>
        <source>modality {value}</source>
        <translation>Modalität {value}</translation>
    </message>
    <message>
        <source>display {value}</source>
        <translation>Anzeige {value}</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>At this setting: sensitivity {sensitivity} ({sensitivity_range}), specificity {specificity} ({specificity_range}), PPV {ppv}, NPV {npv} at prevalence {prevalence}; {flagged} of {scored} flagged</source>
        <translation>Bei dieser Einstellung: Sensitivität {sensitivity} ({sensitivity_range}), Spezifität {specificity} ({specificity_range}), PPV {ppv}, NPV {npv} bei Prävalenz {prevalence}; {flagged} von {scored} markiert</translation>
    </message>
    <message>
        <source>Use this setting with this model</source>
        <translation>Diese Einstellung für dieses Modell verwenden</translation>
    </message>
    <message>
        <source>Sensitivity in per cent</source>
        <translation>Sensitivität in Prozent</translation>
    </message>
    <message>
        <source>Assumed prevalence in per cent</source>
        <translation>Angenommene Prävalenz in Prozent</translation>
    </message>
    <message>
        <source>Share of abnormal films that you expect; moves PPV and NPV.</source>
        <translation>Anteil auffälliger Aufnahmen, den Sie erwarten; verschiebt PPV und NPV.</translation>
    </message>
    <message>
        <source>What this setting means</source>
        <translation>Was diese Einstellung bedeutet</translation>
    </message>
    <message>
        <source>The model is still loading.</source>
        <translation>Das Modell wird noch geladen.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>beside the model</source>
        <translation>neben dem Modell</translation>
    </message>
    <message>
        <source>none beside this model</source>
        <translation>keiner neben diesem Modell</translation>
    </message>
    <message>
        <source>Evaluation report</source>
        <translation>Evaluationsbericht</translation>
    </message>
    <message>
        <source>{size} × {size} pixels</source>
        <translation>{size} × {size} Pixel</translation>
    </message>
    <message>
        <source>{share} cut off at each side</source>
        <translation>{share} an jeder Seite abgeschnitten</translation>
    </message>
    <message>
        <source>cut to the lungs</source>
        <translation>auf die Lungen zugeschnitten</translation>
    </message>
    <message>
        <source>averaged with {count} more views of the film</source>
        <translation>gemittelt mit {count} weiteren Ansichten der Aufnahme</translation>
    </message>
    <message>
        <source>an output of the network</source>
        <translation>ein Ausgang des Netzes</translation>
    </message>
    <message>
        <source>A network that looks at one film ({sees}) and gives the probability of {count} findings; others follow from them.</source>
        <translation>Ein Netz, das eine Aufnahme ansieht ({sees}) und die Wahrscheinlichkeit von {count} Befunden angibt; weitere folgen aus ihnen.</translation>
    </message>
    <message>
        <source>They exclude each other.</source>
        <translation>Sie schließen einander aus.</translation>
    </message>
    <message>
        <source>They may coexist.</source>
        <translation>Sie können gemeinsam vorkommen.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>any of: {names}</source>
        <translation>einer von: {names}</translation>
    </message>
    <message>
        <source>anything but: {names}</source>
        <translation>alles außer: {names}</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>Vorgesehener Gebrauch</translation>
    </message>
    <message>
        <source>What it must not be used for</source>
        <translation>Wofür es nicht gebraucht werden darf</translation>
    </message>
    <message>
        <source>Read with care</source>
        <translation>Mit Vorsicht zu lesen</translation>
    </message>
    <message>
        <source>The card does not say which films it learned from.</source>
        <translation>Die Karte sagt nicht, an welchen Aufnahmen es gelernt hat.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Films by source, finding and split.</source>
        <translation>Aufnahmen nach Quelle, Befund und Teilmenge.</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>The card carries no measurement.</source>
        <translation>Die Karte enthält keine Messung.</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals, by bootstrap over patients.</source>
        <translation>In Klammern: 95-%-Intervalle, durch Bootstrap über Patienten.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>{place}, left out of training</source>
        <translation>{place}, vom Training ausgenommen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Films, true finding by row, most probable by column:</source>
        <translation>Aufnahmen, wahrer Befund je Zeile, wahrscheinlichster je Spalte:</translation>
    </message>
    <message>
        <source>Probabilities are calibrated on the validation films: logits divided by {temperature}, one bias a finding, {activation}. The interval beside a probability is the 95 % band of the frequency that was observed there.</source>
        <translation>Die Wahrscheinlichkeiten sind an den Validierungsaufnahmen kalibriert: Logits geteilt durch {temperature}, ein Versatz je Befund, {activation}. Das Intervall neben einer Wahrscheinlichkeit ist das 95-%-Band der dort beobachteten Häufigkeit.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>The least probability that keeps a finding in a film&apos;s set, by the set&apos;s coverage:</source>
        <translation>Die kleinste Wahrscheinlichkeit, bei der ein Befund in der Menge einer Aufnahme bleibt, nach der Abdeckung der Menge:</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>With / without</source>
        <translation>Mit / ohne</translation>
    </message>
    <message>
        <source>On the calibration films; the slider moves between them.</source>
        <translation>An den Kalibrierungsaufnahmen; der Schieber bewegt sich zwischen ihnen.</translation>
    </message>
    <message>
        <source>Operating points</source>
        <translation>Arbeitspunkte</translation>
    </message>
    <message>
        <source>Unlike any chest film the model knows: the film&apos;s embedding lies further than {distance} from those of the training films.</source>
        <translation>Keiner Thoraxaufnahme ähnlich, die das Modell kennt: Die Einbettung der Aufnahme liegt weiter als {distance} von denen der Trainingsaufnahmen.</translation>
    </message>
    <message>
        <source>Accepted is what the gate gives at least {share} for “{kind}”.</source>
        <translation>Angenommen wird, wofür die Eingangsprüfung mindestens {share} für „{kind}“ gibt.</translation>
    </message>
    <message>
        <source>A refused film gets no findings; its row, the panel and the film itself say why. It is neither turned nor inverted behind the reader&apos;s back.</source>
        <translation>Eine abgelehnte Aufnahme erhält keine Befunde; ihre Zeile, das Feld rechts und die Aufnahme selbst sagen, warum. Sie wird nicht hinter dem Rücken des Lesers gedreht oder invertiert.</translation>
    </message>
    <message>
        <source>Which films are refused</source>
        <translation>Welche Aufnahmen abgelehnt werden</translation>
    </message>
    <message>
        <source>not stated in this card</source>
        <translation>in dieser Karte nicht angegeben</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>Use the weights for research and engineering; ask the owners of the films before any other use.</source>
        <translation>Die Gewichte sind für Forschung und Technik; vor jedem anderen Gebrauch sind die Eigentümer der Aufnahmen zu fragen.</translation>
    </message>
    <message>
        <source>Terms of what it was made from</source>
        <translation>Bedingungen dessen, woraus es gemacht ist</translation>
    </message>
    <message>
        <source>Preprocessing SHA-256</source>
        <translation>Vorverarbeitung (SHA-256)</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>{count} films made in code</source>
        <translation>{count} im Programm erzeugte Aufnahmen</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Wie es gemacht wurde</translation>
    </message>
    <message>
        <source>What else the card carries</source>
        <translation>Was die Karte noch enthält</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>Prävalenz</translation>
    </message>
    <message>
        <source>Wanted sensitivity on the model&apos;s calibration films: further right flags more films. Scores never change, only where they are cut. This model&apos;s curves run from {low} to {high}.</source>
        <translation>Gewünschte Sensitivität auf den Kalibrieraufnahmen des Modells: weiter rechts werden mehr Aufnahmen markiert. Die Werte ändern sich nie, nur die Schwelle. Die Kurven dieses Modells reichen von {low} bis {high}.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Heat map of the selected finding</source>
        <translation>Heatmap des gewählten Befunds</translation>
    </message>
    <message>
        <source>Lungs outline</source>
        <translation>Lungenumriss</translation>
    </message>
    <message>
        <source>Outline of the lungs</source>
        <translation>Umriss der Lungen</translation>
    </message>
    <message>
        <source>Where the lung model sees the lungs; most of the heart is inside</source>
        <translation>Wo das Lungenmodell die Lungen sieht; der größte Teil des Herzens liegt darin</translation>
    </message>
    <message>
        <source>Opacity of the heat map in per cent</source>
        <translation>Deckkraft der Heatmap in Prozent</translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation>Farben der Heatmap</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>{name}: where the model looked, not where disease is.</source>
        <translation>{name}: wohin das Modell gesehen hat, nicht wo die Krankheit ist.</translation>
    </message>
    <message>
        <source>No heat map for this film.</source>
        <translation>Keine Heatmap für diese Aufnahme.</translation>
    </message>
    <message>
        <source>Map reliability: measuring …</source>
        <translation>Verlässlichkeit der Karte: wird gemessen …</translation>
    </message>
    <message>
        <source>Map reliability: {grade}</source>
        <translation>Verlässlichkeit der Karte: {grade}</translation>
    </message>
    <message>
        <source>In the lungs: {share}</source>
        <translation>In den Lungen: {share}</translation>
    </message>
    <message>
        <source>Correlation with the maps of the film moved a little: {value}</source>
        <translation>Korrelation mit den Karten der leicht verschobenen Aufnahme: {value}</translation>
    </message>
    <message>
        <source>Without what the map marks the probability falls by {drop}</source>
        <translation>Ohne das, was die Karte markiert, sinkt die Wahrscheinlichkeit um {drop}</translation>
    </message>
    <message>
        <source>Without what the map marks the probability does not fall</source>
        <translation>Ohne das, was die Karte markiert, sinkt die Wahrscheinlichkeit nicht</translation>
    </message>
    <message>
        <source>Loading the model …</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <source>A computed phantom, no person: its scores mean nothing.</source>
        <translation>Ein berechnetes Phantom, keine Person: Die Werte bedeuten nichts.</translation>
    </message>
    <message>
        <source>Select a film in the worklist.</source>
        <translation>Wählen Sie eine Aufnahme in der Arbeitsliste.</translation>
    </message>
    <message>
        <source>Unreadable: {reason}</source>
        <translation>Nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>The findings then say what they were made on. File and picture stay as they are.</source>
        <translation>Die Befunde sagen dann, woran sie erhoben wurden. Datei und Bild bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Scoring …</source>
        <translation>Wird bewertet …</translation>
    </message>
    <message>
        <source>Score it {how}</source>
        <translation>Aufnahme {how} bewerten</translation>
    </message>
    <message>
        <source>AI findings</source>
        <translation>KI-Befunde</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Why there are no findings</source>
        <translation>Warum es keine Befunde gibt</translation>
    </message>
    <message>
        <source>Click for the model card</source>
        <translation>Klick öffnet die Modellkarte</translation>
    </message>
    <message>
        <source>read {read} ms, prepare {prepare} ms, network {network} ms</source>
        <translation>Lesen {read} ms, Vorbereiten {prepare} ms, Netz {network} ms</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>{finding}: {state}, probability {probability} (95 % interval {interval}), threshold {threshold}</source>
        <translation>{finding}: {state}, Wahrscheinlichkeit {probability} (95-%-Intervall {interval}), Schwelle {threshold}</translation>
    </message>
    <message>
        <source>You: {word}</source>
        <translation>Sie: {word}</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Open films</source>
        <translation>Aufnahmen öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>True size, {provenance}</source>
        <translation>Wahre Größe, {provenance}</translation>
    </message>
    <message>
        <source>No other study of this patient to compare with.</source>
        <translation>Keine andere Untersuchung dieses Patienten zum Vergleichen.</translation>
    </message>
    <message>
        <source>rotated {degrees}°</source>
        <translation>um {degrees}° gedreht</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertiert</translation>
    </message>
    <message>
        <source>Looking for the lungs …</source>
        <translation>Die Lungen werden gesucht …</translation>
    </message>
    <message>
        <source>This map is empty: nothing on the film speaks for the finding.</source>
        <translation>Diese Karte ist leer: Nichts in der Aufnahme spricht für den Befund.</translation>
    </message>
    <message>
        <source>{share} of this map lies in the lungs</source>
        <translation>{share} dieser Karte liegt in den Lungen</translation>
    </message>
    <message>
        <source>Files, folders or zip archives: DICOM (CR, DX, secondary capture), PNG, JPEG, TIFF.</source>
        <translation>Dateien, Ordner oder Zip-Archive: DICOM (CR, DX, Secondary Capture), PNG, JPEG, TIFF.</translation>
    </message>
    <message>
        <source>Each film is read, scored and sorted: the most urgent one stands first in the worklist.</source>
        <translation>Jede Aufnahme wird gelesen, bewertet und einsortiert: Die dringendste steht oben in der Arbeitsliste.</translation>
    </message>
    <message>
        <source>What cannot be read or scored stays in the list and says why.</source>
        <translation>Was nicht gelesen oder bewertet werden kann, bleibt mit Begründung in der Liste.</translation>
    </message>
    <message>
        <source>Drop chest films here</source>
        <translation>Thoraxaufnahmen hier ablegen</translation>
    </message>
    <message>
        <source>Open files …</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Open folder …</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open samples</source>
        <translation>Beispiele öffnen</translation>
    </message>
    <message>
        <source>Not scored: {reason}</source>
        <translation>Nicht bewertet: {reason}</translation>
    </message>
    <message>
        <source>no
picture</source>
        <translation>kein
Bild</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <source>Show all films again</source>
        <translation>Alle Aufnahmen wieder zeigen</translation>
    </message>
    <message>
        <source>Search name, finding, state, lane, reading</source>
        <translation>Name, Befund, Zustand, Spur, Befundung suchen</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>Arbeitsliste durchsuchen</translation>
    </message>
    <message>
        <source>Order of the worklist</source>
        <translation>Reihenfolge der Arbeitsliste</translation>
    </message>
    <message>
        <source>By {column}</source>
        <translation>Nach: {column}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Filter ({count})</source>
        <translation>Filter ({count})</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Opening films</source>
        <translation>Aufnahmen werden geöffnet</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>Öffnen abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on opening</source>
        <translation>Öffnen fortsetzen</translation>
    </message>
    <message>
        <source>Pause opening</source>
        <translation>Öffnen anhalten</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} Dateien</translation>
    </message>
    <message>
        <source>{shown} of {count} files</source>
        <translation>{shown} von {count} Dateien</translation>
    </message>
    <message>
        <source>{count} scored</source>
        <translation>{count} bewertet</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>{count} verborgen</translation>
    </message>
    <message>
        <source>{count} flagged</source>
        <translation>{count} markiert</translation>
    </message>
    <message>
        <source>{count} unreadable</source>
        <translation>{count} nicht lesbar</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Reading the kept list …</source>
        <translation>Gespeicherte Liste wird gelesen …</translation>
    </message>
    <message>
        <source>search and priors follow …</source>
        <translation>Suche und Voraufnahmen folgen …</translation>
    </message>
    <message>
        <source>1 key image</source>
        <translation>1 Schlüsselbild</translation>
    </message>
    <message>
        <source>{count} key images</source>
        <translation>{count} Schlüsselbilder</translation>
    </message>
    <message>
        <source>Film {place}/{count}</source>
        <translation>Aufnahme {place}/{count}</translation>
    </message>
    <message>
        <source>&amp;AI</source>
        <translation>&amp;KI</translation>
    </message>
    <message>
        <source>&amp;About Hilum</source>
        <translation>Ü&amp;ber Hilum</translation>
    </message>
    <message>
        <source>&amp;Cancel opening</source>
        <translation>Öffnen &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Command palette …</source>
        <translation>&amp;Befehlspalette …</translation>
    </message>
    <message>
        <source>&amp;Copy the measurement</source>
        <translation>Messung &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Delete the measurement</source>
        <translation>Messung &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Empty the worklist</source>
        <translation>Arbeitsliste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Forget the calibration</source>
        <translation>Kalibrierung &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Key image</source>
        <translation>&amp;Schlüsselbild</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Tasten und Maus</translation>
    </message>
    <message>
        <source>&amp;Model card</source>
        <translation>&amp;Modellkarte</translation>
    </message>
    <message>
        <source>&amp;Open files …</source>
        <translation>Dateien &amp;öffnen …</translation>
    </message>
    <message>
        <source>&amp;Paste the measurement</source>
        <translation>Messung &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Text of the measurement …</source>
        <translation>&amp;Text der Messung …</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>A DICOM media directory (DICOMDIR): open the folder it lies in.</source>
        <translation>Ein DICOM-Medienverzeichnis (DICOMDIR): Öffnen Sie den Ordner, in dem es liegt.</translation>
    </message>
    <message>
        <source>A JPEG picture for print (CMYK) cannot be shown.</source>
        <translation>Ein JPEG-Bild für den Druck (CMYK) kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>A colour picture of 16 bits is shown with 8.</source>
        <translation>Ein Farbbild mit 16 Bit wird mit 8 gezeigt.</translation>
    </message>
    <message>
        <source>A file of the operating system, not a film.</source>
        <translation>Eine Datei des Betriebssystems, keine Aufnahme.</translation>
    </message>
    <message>
        <source>A folder that is read already, under another name.</source>
        <translation>Ein Ordner, der unter anderem Namen schon gelesen wird.</translation>
    </message>
    <message>
        <source>A mask lies outside the film.</source>
        <translation>Eine Maske liegt außerhalb der Aufnahme.</translation>
    </message>
    <message>
        <source>A zip inside a zip is not opened; unpack the outer one first.</source>
        <translation>Ein Zip in einem Zip wird nicht geöffnet; entpacken Sie zuerst das äußere.</translation>
    </message>
    <message>
        <source>Abnormal (any)</source>
        <translation>Auffällig (gesamt)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Annotations and measurements in pictures</source>
        <translation>Beschriftung und Messungen in Bildern</translation>
    </message>
    <message>
        <source>Annotations at the start</source>
        <translation>Beschriftung beim Start</translation>
    </message>
    <message>
        <source>Annotations: all, minimal, none</source>
        <translation>Beschriftung: alles, wenig, nichts</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Assumed prevalence</source>
        <translation>Angenommene Prävalenz</translation>
    </message>
    <message>
        <source>Hanging protocol</source>
        <translation>Hängeprotokoll</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Bacterial pneumonia</source>
        <translation>Bakterielle Pneumonie</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>Bits Stored is invalid; all allocated bits are used.</source>
        <translation>Bits Stored ist ungültig; alle belegten Bits werden benutzt.</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>By finding</source>
        <translation>Nach Befund</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
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
        <translation>Werkzeug loslassen, dann Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Copy the pic&amp;ture</source>
        <translation>Bil&amp;d kopieren</translation>
    </message>
    <message>
        <source>DICOM &amp;attributes …</source>
        <translation>DICOM-&amp;Attribute …</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>A graphic of the presentation state is malformed and was left out.</source>
        <translation>Eine Grafik des Präsentationszustands ist fehlerhaft und wurde weggelassen.</translation>
    </message>
    <message>
        <source>&amp;Agree with the finding, or present</source>
        <translation>Dem Befund &amp;zustimmen, oder vorhanden</translation>
    </message>
    <message>
        <source>&amp;Commit the read</source>
        <translation>Befundung &amp;abschließen</translation>
    </message>
    <message>
        <source>&amp;Disagree with the finding, or absent</source>
        <translation>Dem Befund &amp;widersprechen, oder nicht vorhanden</translation>
    </message>
    <message>
        <source>&amp;Find in the document …</source>
        <translation>Im Dokument &amp;suchen …</translation>
    </message>
    <message>
        <source>&amp;Next unread study</source>
        <translation>&amp;Nächste ungelesene Studie</translation>
    </message>
    <message>
        <source>&amp;Order and lanes …</source>
        <translation>&amp;Reihenfolge und Spuren …</translation>
    </message>
    <message>
        <source>&amp;Other, with a note …</source>
        <translation>A&amp;nderes, mit Notiz …</translation>
    </message>
    <message>
        <source>&amp;Pin the film to the top</source>
        <translation>Aufnahme oben &amp;anheften</translation>
    </message>
    <message>
        <source>&amp;Reader and model …</source>
        <translation>&amp;Befunder und Modell …</translation>
    </message>
    <message>
        <source>&amp;Save presentation state …</source>
        <translation>Präsentationszustand &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Second look</source>
        <translation>Zweite &amp;Durchsicht</translation>
    </message>
    <message>
        <source>&amp;Self-test of the model</source>
        <translation>&amp;Selbsttest des Modells</translation>
    </message>
    <message>
        <source>&amp;Shift summary …</source>
        <translation>&amp;Schichtbericht …</translation>
    </message>
    <message>
        <source>9 of 10
after</source>
        <translation>9 von 10
nachher</translation>
    </message>
    <message>
        <source>9 of 10
before</source>
        <translation>9 von 10
vorher</translation>
    </message>
    <message>
        <source>A display is measured at level 0 and at level 255 at least.</source>
        <translation>Ein Bildschirm wird mindestens bei Stufe 0 und bei Stufe 255 vermessen.</translation>
    </message>
    <message>
        <source>A file; for a list that a department shares, postgresql+psycopg://USER@HOST/DATABASE. Empty: Hilum&apos;s own folder.</source>
        <translation>Eine Datei; für eine gemeinsame Liste der Abteilung postgresql+psycopg://USER@HOST/DATABASE. Leer: Hilums eigener Ordner.</translation>
    </message>
    <message>
        <source>A greyscale presentation state does not change the colours of this film.</source>
        <translation>Ein Graustufen-Präsentationszustand ändert die Farben dieser Aufnahme nicht.</translation>
    </message>
    <message>
        <source>A page of the PDF is damaged.</source>
        <translation>Eine Seite des PDF ist beschädigt.</translation>
    </message>
    <message>
        <source>A presentation state can only be saved for a DICOM film with its own UIDs.</source>
        <translation>Ein Präsentationszustand kann nur für eine DICOM-Aufnahme mit eigenen UIDs gespeichert werden.</translation>
    </message>
    <message>
        <source>A presentation state: it has no picture of its own, but says how films are shown.</source>
        <translation>Ein Präsentationszustand: Er hat kein eigenes Bild, sondern sagt, wie Aufnahmen gezeigt werden.</translation>
    </message>
    <message>
        <source>A store is a file, or postgresql+psycopg://USER@HOST/DATABASE; what was given is neither.</source>
        <translation>Eine Ablage ist eine Datei oder postgresql+psycopg://USER@HOST/DATABASE; angegeben wurde keines von beiden.</translation>
    </message>
    <message>
        <source>A study may be taken over after</source>
        <translation>Eine Studie darf übernommen werden nach</translation>
    </message>
    <message>
        <source>A text of the presentation state has no place and was left out.</source>
        <translation>Ein Text des Präsentationszustands hat keinen Ort und wurde weggelassen.</translation>
    </message>
    <message>
        <source>A text of the presentation state is too long and was cut.</source>
        <translation>Ein Text des Präsentationszustands ist zu lang und wurde gekürzt.</translation>
    </message>
    <message>
        <source>AI+ reader−</source>
        <translation>KI+ Befunder−</translation>
    </message>
    <message>
        <source>AI− reader+</source>
        <translation>KI− Befunder+</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Auftragsnummer</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Another model scored this film. Open its file again to have it scored by this one.</source>
        <translation>Ein anderes Modell hat diese Aufnahme bewertet. Öffnen Sie ihre Datei erneut, damit dieses sie bewertet.</translation>
    </message>
    <message>
        <source>Another patient than the lit film</source>
        <translation>Anderer Patient als die aktive Aufnahme</translation>
    </message>
    <message>
        <source>Another program holds the store; try again when it is done.</source>
        <translation>Ein anderes Programm hält die Ablage; versuchen Sie es erneut, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>As stored, without a presentation state</source>
        <translation>Wie gespeichert, ohne Präsentationszustand</translation>
    </message>
    <message>
        <source>Bits beyond Bits Stored are set and were left out: the values may be wrong.</source>
        <translation>Bits jenseits von Bits Stored sind gesetzt und wurden weggelassen: die Werte können falsch sein.</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>HTQ</translation>
    </message>
    <message>
        <source>Calibrate by a known length</source>
        <translation>An einer bekannten Länge kalibrieren</translation>
    </message>
    <message>
        <source>Calibrate this display …</source>
        <translation>Diesen Bildschirm kalibrieren …</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Herz-Thorax-Quotient</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio, thorax proposed</source>
        <translation>Herz-Thorax-Quotient, Thorax vorgeschlagen</translation>
    </message>
    <message>
        <source>Certified on the positive films of {units} patients of calibration: at most {risk} of positive studies are expected where the probability of {finding} lies below {threshold}.</source>
        <translation>Gesichert an den positiven Aufnahmen von {units} Patienten der Kalibrierung: höchstens {risk} der positiven Untersuchungen sind dort zu erwarten, wo die Wahrscheinlichkeit von {finding} unter {threshold} liegt.</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Compare with &amp;reports …</source>
        <translation>Mit &amp;Befunden vergleichen …</translation>
    </message>
    <message>
        <source>Compare with the prior (hold)</source>
        <translation>Mit der Voraufnahme vergleichen (halten)</translation>
    </message>
    <message>
        <source>Counts from the last sign of whoever began to read it.</source>
        <translation>Gezählt vom letzten Zeichen dessen, der sie begonnen hat.</translation>
    </message>
    <message>
        <source>Current and prior</source>
        <translation>Aktuell und Voraufnahme</translation>
    </message>
    <message>
        <source>Current and two priors</source>
        <translation>Aktuell und zwei Voraufnahmen</translation>
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
        <translation>Distanz</translation>
    </message>
    <message>
        <source>Drag with the middle button</source>
        <translation>Ziehen mit der mittleren Taste</translation>
    </message>
    <message>
        <source>Drag with the right button</source>
        <translation>Ziehen mit der rechten Taste</translation>
    </message>
    <message>
        <source>Dragging down makes the film brighter</source>
        <translation>Nach unten ziehen macht die Aufnahme heller</translation>
    </message>
    <message>
        <source>Edge: 8 bits, the fastest</source>
        <translation>Edge: 8 Bit, das schnellste</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enlarge the viewport, and back</source>
        <translation>Ansicht vergrößern, und zurück</translation>
    </message>
    <message>
        <source>Ensemble: three networks, the slowest</source>
        <translation>Ensemble: drei Netze, das langsamste</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Export the &amp;list …</source>
        <translation>&amp;Liste exportieren …</translation>
    </message>
    <message>
        <source>F&amp;ilm</source>
        <translation>&amp;Aufnahme</translation>
    </message>
    <message>
        <source>Few training films, partly with labels mined from reports.</source>
        <translation>Wenige Trainingsaufnahmen, teils mit aus Befunden gewonnenen Angaben.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Film alone, and back</source>
        <translation>Aufnahme allein, und zurück</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Films in their own window</source>
        <translation>Aufnahmen in eigenem Fenster</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Findings, heat maps and lanes are hidden until you commit to what you see.</source>
        <translation>Befunde, Wärmekarten und Spuren sind verborgen, bis Sie sich festgelegt haben.</translation>
    </message>
    <message>
        <source>First film</source>
        <translation>Erste Aufnahme</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Flagged finding</source>
        <translation>Markierter Befund</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>Horizontal spiegeln</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>Vertikal spiegeln</translation>
    </message>
    <message>
        <source>Flip ↔</source>
        <translation>Spiegeln ↔</translation>
    </message>
    <message>
        <source>Flip ↕</source>
        <translation>Spiegeln ↕</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Frontal and lateral</source>
        <translation>Frontal und seitlich</translation>
    </message>
    <message>
        <source>Frontal and lateral, current and prior</source>
        <translation>Frontal und seitlich, aktuell und Voraufnahme</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Go to the next unread study after a read</source>
        <translation>Nach einer Befundung zur nächsten ungelesenen Studie gehen</translation>
    </message>
    <message>
        <source>Halved chroma needs an even number of pixels.</source>
        <translation>Halbierte Farbauflösung braucht eine gerade Zahl von Pixeln.</translation>
    </message>
    <message>
        <source>Hide identities</source>
        <translation>Identitäten verbergen</translation>
    </message>
    <message>
        <source>Hide identities at the start</source>
        <translation>Identitäten beim Start verbergen</translation>
    </message>
    <message>
        <source>High Bit is invalid; the lowest bits are used.</source>
        <translation>High Bit ist ungültig; die untersten Bits werden benutzt.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Holds for copies and prints too; never where identities are hidden.</source>
        <translation>Gilt auch für Kopien und Ausdrucke; nie, wo Identitäten verborgen sind.</translation>
    </message>
    <message>
        <source>Image Rotation is invalid and was left out.</source>
        <translation>Image Rotation ist ungültig und wurde weggelassen.</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>La&amp;yout</translation>
    </message>
    <message>
        <source>Labels are mostly PCR results; the film itself may look normal.</source>
        <translation>Die Angaben sind meist PCR-Ergebnisse; die Aufnahme selbst kann normal aussehen.</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last film</source>
        <translation>Letzte Aufnahme</translation>
    </message>
    <message>
        <source>Learned from children&apos;s films almost alone: in adults bacterial and viral pneumonia cannot be told apart by this model.</source>
        <translation>Fast nur an Aufnahmen von Kindern gelernt: Bei Erwachsenen kann dieses Modell bakterielle und virale Pneumonie nicht unterscheiden.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Less sensitive</source>
        <translation>Weniger sensitiv</translation>
    </message>
    <message>
        <source>Lines (enhanced)</source>
        <translation>Katheter (verstärkt)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppeln</translation>
    </message>
    <message>
        <source>Link pan and zoom</source>
        <translation>Verschieben und Zoom koppeln</translation>
    </message>
    <message>
        <source>Link window</source>
        <translation>Fensterung koppeln</translation>
    </message>
    <message>
        <source>Longest
after</source>
        <translation>Längste
nachher</translation>
    </message>
    <message>
        <source>Longest
before</source>
        <translation>Längste
vorher</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>Geringes Risiko</translation>
    </message>
    <message>
        <source>Luminances are positive and rise with the driving level.</source>
        <translation>Leuchtdichten sind positiv und steigen mit der Ansteuerstufe.</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Lung opacity</source>
        <translation>Lungenverschattung</translation>
    </message>
    <message>
        <source>Lungs</source>
        <translation>Lungen</translation>
    </message>
    <message>
        <source>Lungs not found</source>
        <translation>Lungen nicht gefunden</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Mark as &amp;unread</source>
        <translation>Als &amp;ungelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Marked as a quality control image.</source>
        <translation>Als Qualitätskontrollbild gekennzeichnet.</translation>
    </message>
    <message>
        <source>Mask subtraction of the presentation state is not applied.</source>
        <translation>Die Maskensubtraktion des Präsentationszustands wird nicht angewandt.</translation>
    </message>
    <message>
        <source>Matched by name and birth date: no Patient ID to compare</source>
        <translation>Nach Name und Geburtsdatum zugeordnet: keine Patienten-ID zum Vergleich</translation>
    </message>
    <message>
        <source>May be pneumonia, oedema, bleeding or a mass: told apart today.</source>
        <translation>Kann Pneumonie, Ödem, Blutung oder Raumforderung sein: noch heute zu klären.</translation>
    </message>
    <message>
        <source>May need a drain within minutes.</source>
        <translation>Braucht vielleicht binnen Minuten eine Drainage.</translation>
    </message>
    <message>
        <source>May need drainage, and a cause, today.</source>
        <translation>Braucht vielleicht heute eine Drainage, und eine Ursache.</translation>
    </message>
    <message>
        <source>Measure this screen …</source>
        <translation>Diesen Bildschirm vermessen …</translation>
    </message>
    <message>
        <source>Median
after</source>
        <translation>Median
nachher</translation>
    </message>
    <message>
        <source>Median
before</source>
        <translation>Median
vorher</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Memory for films beyond those on show</source>
        <translation>Speicher für Aufnahmen neben den gezeigten</translation>
    </message>
    <message>
        <source>Menu of the film</source>
        <translation>Menü der Aufnahme</translation>
    </message>
    <message>
        <source>Menu only</source>
        <translation>Nur Menü</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>Wenig</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>More sensitive</source>
        <translation>Sensitiver</translation>
    </message>
    <message>
        <source>More than {0} frames cannot be written anew.</source>
        <translation>Mehr als {0} Bilder können nicht neu geschrieben werden.</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Dringendste zuerst</translation>
    </message>
    <message>
        <source>Mostly long known.</source>
        <translation>Meist lange bekannt.</translation>
    </message>
    <message>
        <source>Names, dates, numbers and file names are left out of the window and of exports.</source>
        <translation>Namen, Daten, Nummern und Dateinamen fehlen dann im Fenster und in Exporten.</translation>
    </message>
    <message>
        <source>Names, numbers and dates in pictures</source>
        <translation>Namen, Nummern und Daten in Bildern</translation>
    </message>
    <message>
        <source>Next empty viewport</source>
        <translation>Nächste leere Ansicht</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>Nächste Aufnahme</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Nächster Befund</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Nächstes Schlüsselbild</translation>
    </message>
    <message>
        <source>Next page of the document</source>
        <translation>Nächste Seite des Dokuments</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>Nächster Patient</translation>
    </message>
    <message>
        <source>Next presentation state</source>
        <translation>Nächster Präsentationszustand</translation>
    </message>
    <message>
        <source>Next study</source>
        <translation>Nächste Untersuchung</translation>
    </message>
    <message>
        <source>Next viewport</source>
        <translation>Nächste Ansicht</translation>
    </message>
    <message>
        <source>No DICOM data set was found in the file.</source>
        <translation>In der Datei wurde kein DICOM-Datensatz gefunden.</translation>
    </message>
    <message>
        <source>No column is named after a finding of the model, and there are no columns &quot;finding&quot; and &quot;verdict&quot;.</source>
        <translation>Keine Spalte heißt wie ein Befund des Modells, und es gibt keine Spalten „finding“ und „verdict“.</translation>
    </message>
    <message>
        <source>No column says which study a row is about: &quot;accession&quot;, &quot;study_instance_uid&quot;, &quot;sop_instance_uid&quot; or &quot;file&quot;.</source>
        <translation>Keine Spalte sagt, um welche Untersuchung es geht: „accession“, „study_instance_uid“, „sop_instance_uid“ oder „file“.</translation>
    </message>
    <message>
        <source>No frontal film</source>
        <translation>Keine frontale Aufnahme</translation>
    </message>
    <message>
        <source>No inner thoracic width is proposed: the lungs were not found.</source>
        <translation>Keine innere Thoraxbreite vorgeschlagen: die Lungen wurden nicht gefunden.</translation>
    </message>
    <message>
        <source>No lateral film</source>
        <translation>Keine seitliche Aufnahme</translation>
    </message>
    <message>
        <source>No picture: a modality worklist item.</source>
        <translation>Kein Bild: ein Modality-Worklist-Eintrag.</translation>
    </message>
    <message>
        <source>No prior film</source>
        <translation>Keine Voraufnahme</translation>
    </message>
    <message>
        <source>No prior frontal film</source>
        <translation>Keine frontale Voraufnahme</translation>
    </message>
    <message>
        <source>No prior lateral film</source>
        <translation>Keine seitliche Voraufnahme</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Not a file but a device, pipe or socket.</source>
        <translation>Keine Datei, sondern ein Gerät, eine Pipe oder ein Socket.</translation>
    </message>
    <message>
        <source>Not a film: the file is of an unknown kind.</source>
        <translation>Keine Aufnahme: Die Art der Datei ist unbekannt.</translation>
    </message>
    <message>
        <source>Not a film: this is a text file.</source>
        <translation>Keine Aufnahme: Dies ist eine Textdatei.</translation>
    </message>
    <message>
        <source>Not for diagnosis</source>
        <translation>Nicht zur Diagnose</translation>
    </message>
    <message>
        <source>Not scored: a PDF document, which holds no film.</source>
        <translation>Nicht bewertet: ein PDF-Dokument, das keine Aufnahme enthält.</translation>
    </message>
    <message>
        <source>Not scored: a colour picture, not a radiograph.</source>
        <translation>Nicht bewertet: ein Farbbild, keine Röntgenaufnahme.</translation>
    </message>
    <message>
        <source>Not scored: a report, which holds no film.</source>
        <translation>Nicht bewertet: ein Befund, der keine Aufnahme enthält.</translation>
    </message>
    <message>
        <source>Not scored: lateral view; the model knows frontal films only.</source>
        <translation>Nicht bewertet: seitliche Aufnahme; das Modell kennt nur frontale.</translation>
    </message>
    <message>
        <source>Not scored: the film is blank or has almost no grey levels.</source>
        <translation>Nicht bewertet: Die Aufnahme ist leer oder hat kaum Graustufen.</translation>
    </message>
    <message>
        <source>Not scored: too dark; the picture is almost black.</source>
        <translation>Nicht bewertet: zu dunkel; das Bild ist fast schwarz.</translation>
    </message>
    <message>
        <source>Not scored: too long and narrow for a frontal chest film.</source>
        <translation>Nicht bewertet: zu lang und schmal für eine frontale Thoraxaufnahme.</translation>
    </message>
    <message>
        <source>Not scored: unlike any chest film the model knows.</source>
        <translation>Nicht bewertet: keiner Thoraxaufnahme ähnlich, die das Modell kennt.</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>Noch wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>Number of Frames is invalid; one frame is read.</source>
        <translation>Number of Frames ist ungültig; ein Einzelbild wird gelesen.</translation>
    </message>
    <message>
        <source>Of the presentation state&apos;s compound graphics only the simple parts are drawn.</source>
        <translation>Von den zusammengesetzten Grafiken des Präsentationszustands werden nur die einfachen Teile gezeichnet.</translation>
    </message>
    <message>
        <source>Often from lying still; seldom changes the hour.</source>
        <translation>Oft vom Liegen; ändert selten die Stunde.</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>Only DICOM files can be de-identified; export this film as a picture.</source>
        <translation>Nur DICOM-Dateien können de-identifiziert werden; exportieren Sie diese Aufnahme als Bild.</translation>
    </message>
    <message>
        <source>Only grey and RGB TIFF pictures can be shown.</source>
        <translation>Nur graue und RGB-TIFF-Bilder können gezeigt werden.</translation>
    </message>
    <message>
        <source>Only pictures of 8 or 16 bits, grey or RGB, can be shown.</source>
        <translation>Nur Bilder mit 8 oder 16 Bit, grau oder RGB, können gezeigt werden.</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Deckkraft der Heatmap</translation>
    </message>
    <message>
        <source>Open &amp;folder …</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>P&amp;rint …</source>
        <translation>D&amp;rucken …</translation>
    </message>
    <message>
        <source>Pain and complications; rarely urgent by itself.</source>
        <translation>Schmerz und Komplikationen; selten für sich dringend.</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Patient Orientation is invalid: orientation unknown.</source>
        <translation>Patient Orientation ist ungültig: Ausrichtung unbekannt.</translation>
    </message>
    <message>
        <source>Patient unknown beside the lit film</source>
        <translation>Patient neben der aktiven Aufnahme unbekannt</translation>
    </message>
    <message>
        <source>Photometric Interpretation is not one of colour; the picture is taken as RGB.</source>
        <translation>Photometric Interpretation ist keine für Farbe; das Bild wird als RGB genommen.</translation>
    </message>
    <message>
        <source>Pixel Aspect Ratio is invalid; pixels are shown square.</source>
        <translation>Pixel Aspect Ratio ist ungültig; die Pixel werden quadratisch gezeigt.</translation>
    </message>
    <message>
        <source>Pixel Padding covers the whole picture and was left out.</source>
        <translation>Pixel Padding bedeckt das ganze Bild und wurde weggelassen.</translation>
    </message>
    <message>
        <source>Play frames, and stop</source>
        <translation>Bilder abspielen, und anhalten</translation>
    </message>
    <message>
        <source>Pneumonia (any)</source>
        <translation>Pneumonie (gesamt)</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Presentation LUT Shape contradicts MONOCHROME1, which is followed.</source>
        <translation>Presentation LUT Shape widerspricht MONOCHROME1; letzterem wird gefolgt.</translation>
    </message>
    <message>
        <source>Previous film</source>
        <translation>Vorige Aufnahme</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Voriger Befund</translation>
    </message>
    <message>
        <source>Previous page of the document</source>
        <translation>Vorige Seite des Dokuments</translation>
    </message>
    <message>
        <source>Previous patient</source>
        <translation>Voriger Patient</translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation>Vorige Untersuchung</translation>
    </message>
    <message>
        <source>Previous viewport</source>
        <translation>Vorige Ansicht</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Punktwert</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Protected by a password; unpack the zip first.</source>
        <translation>Durch ein Passwort geschützt; entpacken Sie das Zip zuerst.</translation>
    </message>
    <message>
        <source>Rea&amp;d</source>
        <translation>Befu&amp;nden</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Befundet</translation>
    </message>
    <message>
        <source>Read b&amp;lindly first</source>
        <translation>Zuerst b&amp;lind lesen</translation>
    </message>
    <message>
        <source>Read blindly first</source>
        <translation>Zuerst blind lesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <source>Reading needs more memory than a film may take, and was stopped.</source>
        <translation>Das Lesen braucht mehr Speicher, als eine Aufnahme darf, und wurde angehalten.</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Rescale Slope or Intercept is invalid; stored values are shown as they are.</source>
        <translation>Rescale Slope oder Intercept ist ungültig; die gespeicherten Werte werden unverändert gezeigt.</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Rotate clockwise</source>
        <translation>Im Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>Rotate counter-clockwise</source>
        <translation>Gegen den Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>Rotate freely</source>
        <translation>Frei drehen</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>Same Patient ID, but another name or birth date: check the patient</source>
        <translation>Gleiche Patienten-ID, aber anderer Name oder anderes Geburtsdatum: Patienten prüfen</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Zweiter Blick</translation>
    </message>
    <message>
        <source>Select the &amp;next measurement</source>
        <translation>&amp;Nächste Messung auswählen</translation>
    </message>
    <message>
        <source>Sequences are nested too deeply to be read.</source>
        <translation>Sequenzen sind zu tief verschachtelt, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>Sex and age</source>
        <translation>Geschlecht und Alter</translation>
    </message>
    <message>
        <source>Shutter Shape is malformed; what it names wrongly was left out.</source>
        <translation>Shutter Shape ist fehlerhaft; was falsch benannt ist, wurde weggelassen.</translation>
    </message>
    <message>
        <source>Some fragments of the pixel data are empty.</source>
        <translation>Einige Fragmente der Pixeldaten sind leer.</translation>
    </message>
    <message>
        <source>Something in this file resists de-identification; nothing was written.</source>
        <translation>Etwas in dieser Datei widersteht der De-Identifizierung; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Something is there, and the model cannot name it.</source>
        <translation>Etwas ist da, und das Modell kann es nicht benennen.</translation>
    </message>
    <message>
        <source>Something that is no DICOM data follows the pixel data.</source>
        <translation>Auf die Pixeldaten folgt etwas, das keine DICOM-Daten sind.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Stands at the studies that you read and in the audit trail; empty: your login.</source>
        <translation>Steht an den Studien, die Sie lesen, und im Prüfprotokoll; leer: Ihr Anmeldename.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Untersuchungsdatum</translation>
    </message>
    <message>
        <source>Take &amp;back the last verdict or read</source>
        <translation>Letztes Urteil oder letzte Befundung &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Take an abandoned study o&amp;ver</source>
        <translation>Verlassene Studie &amp;übernehmen</translation>
    </message>
    <message>
        <source>TensorRT</source>
        <translation>TensorRT</translation>
    </message>
    <message>
        <source>Test pattern of this display</source>
        <translation>Testbild dieses Bildschirms</translation>
    </message>
    <message>
        <source>The 32-bit values are shown in 65,536 steps.</source>
        <translation>Die 32-Bit-Werte werden in 65.536 Stufen gezeigt.</translation>
    </message>
    <message>
        <source>The DICOM data set is damaged and cannot be read.</source>
        <translation>Der DICOM-Datensatz ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The DICOM file meta information is damaged.</source>
        <translation>Die DICOM-Dateikopfdaten sind beschädigt.</translation>
    </message>
    <message>
        <source>The JPEG picture is cut short.</source>
        <translation>Das JPEG-Bild ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The JPEG picture is damaged and cannot be decoded.</source>
        <translation>Das JPEG-Bild ist beschädigt und kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The JPEG picture is damaged: it gives no size.</source>
        <translation>Das JPEG-Bild ist beschädigt: Es nennt keine Größe.</translation>
    </message>
    <message>
        <source>The PDF cannot be opened.</source>
        <translation>Das PDF lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The PDF has no page.</source>
        <translation>Das PDF hat keine Seite.</translation>
    </message>
    <message>
        <source>The PDF has no such page.</source>
        <translation>Diese Seite hat das PDF nicht.</translation>
    </message>
    <message>
        <source>The PDF is cut short.</source>
        <translation>Das PDF ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The PDF is locked by a password.</source>
        <translation>Das PDF ist durch ein Passwort gesperrt.</translation>
    </message>
    <message>
        <source>The PNG picture is cut short.</source>
        <translation>Das PNG-Bild ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The PNG picture is damaged and cannot be decoded.</source>
        <translation>Das PNG-Bild ist beschädigt und kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The PNG picture is damaged.</source>
        <translation>Das PNG-Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>The RLE frame is damaged or holds more pixels than Rows and Columns say.</source>
        <translation>Das RLE-Bild ist beschädigt oder hat mehr Pixel, als Rows und Columns angeben.</translation>
    </message>
    <message>
        <source>The RLE frame is smaller than its picture can be.</source>
        <translation>Das RLE-Bild ist kleiner, als sein Bild sein kann.</translation>
    </message>
    <message>
        <source>The TIFF picture is damaged and cannot be decoded.</source>
        <translation>Das TIFF-Bild ist beschädigt und kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The TIFF picture is damaged.</source>
        <translation>Das TIFF-Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>The brightest luminance must lie above the darkest, and both above 0.</source>
        <translation>Die hellste Leuchtdichte muss über der dunkelsten liegen, und beide über 0.</translation>
    </message>
    <message>
        <source>The code stream gives no picture size.</source>
        <translation>Der Codestrom nennt keine Bildgröße.</translation>
    </message>
    <message>
        <source>The compressed picture does not end as it should: part may be missing.</source>
        <translation>Das komprimierte Bild endet nicht, wie es soll: Ein Teil fehlt womöglich.</translation>
    </message>
    <message>
        <source>The compressed picture&apos;s own size is damaged; the header&apos;s is used.</source>
        <translation>Die eigene Größe des komprimierten Bildes ist beschädigt; die des Kopfes wird benutzt.</translation>
    </message>
    <message>
        <source>The compressed pixel data are damaged: no code stream is found.</source>
        <translation>Die komprimierten Pixeldaten sind beschädigt: Kein Codestrom wurde gefunden.</translation>
    </message>
    <message>
        <source>The data set is encoded otherwise than the file states; read as it is.</source>
        <translation>Der Datensatz ist anders kodiert, als die Datei angibt; er wird gelesen, wie er ist.</translation>
    </message>
    <message>
        <source>The decoder crashed on this file.</source>
        <translation>Der Dekoder ist an dieser Datei abgestürzt.</translation>
    </message>
    <message>
        <source>The deflated data set is damaged and cannot be unpacked.</source>
        <translation>Der komprimierte Datensatz (deflate) ist beschädigt und kann nicht entpackt werden.</translation>
    </message>
    <message>
        <source>The deflated data set unpacks to more than 128 MB: refused.</source>
        <translation>Der komprimierte Datensatz (deflate) entpackt sich auf mehr als 128 MB: abgelehnt.</translation>
    </message>
    <message>
        <source>The deflated frame is damaged.</source>
        <translation>Das komprimierte Einzelbild (deflate) ist beschädigt.</translation>
    </message>
    <message>
        <source>The display shutter would leave nothing visible and was left out.</source>
        <translation>Die Blende (Display Shutter) ließe nichts sichtbar und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The displayed area is malformed; the whole film is shown.</source>
        <translation>Der angezeigte Bereich ist fehlerhaft; die ganze Aufnahme wird gezeigt.</translation>
    </message>
    <message>
        <source>The file does not begin as a DICOM file should; its data set was found.</source>
        <translation>Die Datei beginnt nicht wie eine DICOM-Datei; ihr Datensatz wurde gefunden.</translation>
    </message>
    <message>
        <source>The file does not say how its Pixel Spacing was calibrated.</source>
        <translation>Die Datei sagt nicht, wie ihr Pixel Spacing kalibriert wurde.</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was worked out.</source>
        <translation>Die Datei nennt ihre Transfersyntax nicht; sie wurde erschlossen.</translation>
    </message>
    <message>
        <source>The file ends before its data set begins.</source>
        <translation>Die Datei endet, bevor ihr Datensatz beginnt.</translation>
    </message>
    <message>
        <source>The file holds no DICOM attributes.</source>
        <translation>Die Datei enthält keine DICOM-Attribute.</translation>
    </message>
    <message>
        <source>The file holds no pixel data.</source>
        <translation>Die Datei enthält keine Pixeldaten.</translation>
    </message>
    <message>
        <source>The file is cut short: it ends before its pixel data.</source>
        <translation>Die Datei ist abgeschnitten: Sie endet vor ihren Pixeldaten.</translation>
    </message>
    <message>
        <source>The file&apos;s header: a modality that is no projection radiograph, another body part than the chest, a lateral view, a film that lies turned or mirrored, a sequence of frames.</source>
        <translation>Der Kopf der Datei: eine Modalität, die keine Projektionsaufnahme ist, ein anderer Körperteil als der Thorax, eine seitliche Aufnahme, eine gedreht oder gespiegelt liegende Aufnahme, eine Bildfolge.</translation>
    </message>
    <message>
        <source>The presentation state asks for pixels that are not square; the film&apos;s own are kept.</source>
        <translation>Der Präsentationszustand verlangt nicht quadratische Pixel; die der Aufnahme bleiben.</translation>
    </message>
    <message>
        <source>The file is cut short: the pixel data are not whole.</source>
        <translation>Die Datei ist abgeschnitten: Die Pixeldaten sind nicht vollständig.</translation>
    </message>
    <message>
        <source>&amp;Score the film as offered</source>
        <translation>Aufnahme wie angeboten be&amp;werten</translation>
    </message>
    <message>
        <source>&amp;Watch a folder …</source>
        <translation>Ordner über&amp;wachen …</translation>
    </message>
    <message>
        <source>4 classes with lung opacity: macro AUC</source>
        <translation>4 Klassen mit Lungenverschattung: Makro-AUC</translation>
    </message>
    <message>
        <source>4 classes: COVID-19 sensitivity at 95 % specificity</source>
        <translation>4 Klassen: Sensitivität für COVID-19 bei 95 % Spezifität</translation>
    </message>
    <message>
        <source>A {0} of the file is malformed or empty and was left out.</source>
        <translation>Eine {0} der Datei ist fehlerhaft oder leer und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>AUROC for inverted greys, cross-validated</source>
        <translation>AUROC für invertierte Grauwerte, kreuzvalidiert</translation>
    </message>
    <message>
        <source>AUROC for lateral views, cross-validated</source>
        <translation>AUROC für seitliche Aufnahmen, kreuzvalidiert</translation>
    </message>
    <message>
        <source>AUROC for turned films, cross-validated</source>
        <translation>AUROC für gedrehte Aufnahmen, kreuzvalidiert</translation>
    </message>
    <message>
        <source>AUROC for what is no chest, cross-validated</source>
        <translation>AUROC für anderes als den Thorax, kreuzvalidiert</translation>
    </message>
    <message>
        <source>Bits Allocated is {0}: it must be 1, 8, 16 or 32.</source>
        <translation>Bits Allocated ist {0}: Es muss 1, 8, 16 oder 32 sein.</translation>
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
        <translation>COVID-19 gegen Erwachsene anderer Orte ohne COVID-19: AUC</translation>
    </message>
    <message>
        <source>COVID-19 against the rest of the place: AUC</source>
        <translation>COVID-19 gegen die übrigen des Ortes: AUC</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>Diagnosis, or ruling a disease out: a film that is not flagged is still to be read.</source>
        <translation>Diagnose oder Ausschluss einer Krankheit: Auch eine nicht markierte Aufnahme ist zu befunden.</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Findings that are not in its list: it says nothing of nodules, fractures, a pneumothorax or tubes.</source>
        <translation>Befunde, die nicht in seiner Liste stehen: Es sagt nichts über Rundherde, Frakturen, einen Pneumothorax oder Katheter.</translation>
    </message>
    <message>
        <source>Frame {0} is missing: the header says {1} frames, the file holds {2}.</source>
        <translation>Bild {0} fehlt: Der Kopf nennt {1} Bilder, die Datei enthält {2}.</translation>
    </message>
    <message>
        <source>From {0} to {1}: {2} files.</source>
        <translation>Von {0} bis {1}: {2} Dateien.</translation>
    </message>
    <message>
        <source>Hospitals and devices unlike those it learned from, before its thresholds have been checked on films of that place.</source>
        <translation>Krankenhäuser und Geräte, die denen nicht gleichen, an denen es gelernt hat, bevor seine Schwellen an Aufnahmen dieses Ortes geprüft sind.</translation>
    </message>
    <message>
        <source>JSRT: research and education</source>
        <translation>JSRT: Forschung und Lehre</translation>
    </message>
    <message>
        <source>Lateral views, CT slices, photographs of films, other body parts.</source>
        <translation>Seitliche Aufnahmen, CT-Schichten, Fotos von Aufnahmen, andere Körperteile.</translation>
    </message>
    <message>
        <source>Laterality and Image Laterality contradict each other: check the side.</source>
        <translation>Laterality und Image Laterality widersprechen sich: Prüfen Sie die Seite.</translation>
    </message>
    <message>
        <source>Line {0} does not say which study it is about.</source>
        <translation>Zeile {0} sagt nicht, von welcher Untersuchung sie handelt.</translation>
    </message>
    <message>
        <source>Line {0} is not a level from 0 to 255 and a luminance.</source>
        <translation>Zeile {0} ist keine Stufe von 0 bis 255 mit einer Leuchtdichte.</translation>
    </message>
    <message>
        <source>Line {0} names a finding that the model does not have.</source>
        <translation>Zeile {0} nennt einen Befund, den das Modell nicht hat.</translation>
    </message>
    <message>
        <source>Line {0}: {1} is neither yes nor no.</source>
        <translation>Zeile {0}: {1} ist weder ja noch nein.</translation>
    </message>
    <message>
        <source>Made on the film {0}.</source>
        <translation>Bewertet wurde die Aufnahme: {0}.</translation>
    </message>
    <message>
        <source>Model {0} {1}, SHA-256 {2}.</source>
        <translation>Modell {0} {1}, SHA-256 {2}.</translation>
    </message>
    <message>
        <source>NPV</source>
        <translation>NPV</translation>
    </message>
    <message>
        <source>No document in this object: {0}.</source>
        <translation>Kein Dokument in diesem Objekt: {0}.</translation>
    </message>
    <message>
        <source>No picture in this object: {0}.</source>
        <translation>Kein Bild in diesem Objekt: {0}.</translation>
    </message>
    <message>
        <source>No picture: a film&apos;s header ({0}) without pixel data.</source>
        <translation>Kein Bild: der Kopf einer Aufnahme ({0}) ohne Pixeldaten.</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: AUC</source>
        <translation>Normal / Pneumonie, Kermany: AUC</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: accuracy</source>
        <translation>Normal / Pneumonie, Kermany: Trefferquote</translation>
    </message>
    <message>
        <source>Normal / Pneumonia, Kermany: recall</source>
        <translation>Normal / Pneumonie, Kermany: Sensitivität</translation>
    </message>
    <message>
        <source>Normal / Viral / COVID-19: accuracy</source>
        <translation>Normal / viral / COVID-19: Trefferquote</translation>
    </message>
    <message>
        <source>Not a film: this is {0}.</source>
        <translation>Keine Aufnahme: Dies ist {0}.</translation>
    </message>
    <message>
        <source>Not a greyscale presentation state: {0}.</source>
        <translation>Kein Graustufen-Präsentationszustand: {0}.</translation>
    </message>
    <message>
        <source>Not scored: a sequence of {0} frames, not a single film.</source>
        <translation>Nicht bewertet: eine Folge von {0} Bildern, keine einzelne Aufnahme.</translation>
    </message>
    <message>
        <source>Not scored: by its header the film is turned or mirrored: its right edge is {0}, its lower edge {1}.</source>
        <translation>Nicht bewertet: laut Kopf ist die Aufnahme gedreht oder gespiegelt: rechter Rand {0}, unterer Rand {1}.</translation>
    </message>
    <message>
        <source>Not scored: modality {0}, not a projection radiograph.</source>
        <translation>Nicht bewertet: Modalität {0}, keine Projektionsaufnahme.</translation>
    </message>
    <message>
        <source>Not scored: no two lungs side by side; turned, cut off, or no frontal chest film?</source>
        <translation>Nicht bewertet: keine zwei Lungen nebeneinander; gedreht, abgeschnitten oder keine frontale Thoraxaufnahme?</translation>
    </message>
    <message>
        <source>Not scored: the file says body part {0}, not chest.</source>
        <translation>Nicht bewertet: Die Datei nennt den Körperteil {0}, nicht den Thorax.</translation>
    </message>
    <message>
        <source>Not scored: {0} × {1} pixels are too few (at least {2}).</source>
        <translation>Nicht bewertet: {0} × {1} Pixel sind zu wenige (mindestens {2}).</translation>
    </message>
    <message>
        <source>Open &amp;samples</source>
        <translation>&amp;Beispiele öffnen</translation>
    </message>
    <message>
        <source>Overlay {0} is malformed and was left out.</source>
        <translation>Overlay {0} ist fehlerhaft und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Overlay {0} lies outside the film and was left out.</source>
        <translation>Overlay {0} liegt außerhalb der Aufnahme und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>P(normal) against other places&apos; abnormal: AUC</source>
        <translation>P(normal) gegen Auffällige anderer Orte: AUC</translation>
    </message>
    <message>
        <source>PPV</source>
        <translation>PPV</translation>
    </message>
    <message>
        <source>PR AUC</source>
        <translation>PR-AUC</translation>
    </message>
    <message>
        <source>Pa&amp;use opening</source>
        <translation>Öffnen an&amp;halten</translation>
    </message>
    <message>
        <source>Photometric Interpretation is missing or unknown; taken as {0}.</source>
        <translation>Photometric Interpretation fehlt oder ist unbekannt; als {0} behandelt.</translation>
    </message>
    <message>
        <source>Pictures of {0} channels cannot be shown.</source>
        <translation>Bilder mit {0} Kanälen können nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Pictures of {0} samples a pixel cannot be shown.</source>
        <translation>Bilder mit {0} Werten je Pixel können nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Pixel Spacing is larger than at the detector: check lengths.</source>
        <translation>Pixel Spacing ist größer als am Detektor: Prüfen Sie die Längen.</translation>
    </message>
    <message>
        <source>Pixels are not square: {0} to {1}.</source>
        <translation>Die Pixel sind nicht quadratisch: {0} zu {1}.</translation>
    </message>
    <message>
        <source>Presentation LUT Shape is INVERSE on MONOCHROME2: shown inverted.</source>
        <translation>Presentation LUT Shape ist INVERSE bei MONOCHROME2: invertiert gezeigt.</translation>
    </message>
    <message>
        <source>Presentation LUT Shape is unknown and was left out.</source>
        <translation>Presentation LUT Shape ist unbekannt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>RSNA 2018 challenge: research and education</source>
        <translation>RSNA-Wettbewerb 2018: Forschung und Lehre</translation>
    </message>
    <message>
        <source>Reading took longer than {0} s and was stopped.</source>
        <translation>Das Lesen dauerte länger als {0} s und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Sensitivity {0} on the films of calibration; longest wait: {1}.</source>
        <translation>Sensitivität {0} an den Kalibrierungsaufnahmen; längste Wartezeit: {1}.</translation>
    </message>
    <message>
        <source>Sorting frontal chest films by how soon they should be read, on the reader&apos;s own workstation: in research and in engineering, beside a radiologist who reads every film.</source>
        <translation>Frontale Thoraxaufnahmen danach ordnen, wie bald sie befundet werden sollten, am eigenen Arbeitsplatz: in Forschung und Technik, neben einem Radiologen, der jede Aufnahme befundet.</translation>
    </message>
    <message>
        <source>Stop watc&amp;hing</source>
        <translation>Überwac&amp;hung beenden</translation>
    </message>
    <message>
        <source>Text is burned into the picture (Burned In Annotation).</source>
        <translation>Text ist ins Bild eingebrannt (Burned In Annotation).</translation>
    </message>
    <message>
        <source>The Modality LUT is for values of at most 16 bits and was left out.</source>
        <translation>Die Modality LUT gilt für Werte von höchstens 16 Bit und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The RLE frame holds one byte a sample, not what Bits Allocated says.</source>
        <translation>Das RLE-Bild hat ein Byte je Wert, anders als Bits Allocated angibt.</translation>
    </message>
    <message>
        <source>The RLE frame holds {0} of {1} bytes.</source>
        <translation>Das RLE-Bild enthält {0} von {1} Bytes.</translation>
    </message>
    <message>
        <source>The code stream holds {0} bits a sample, the header {1}.</source>
        <translation>Der Datenstrom hat {0} Bit je Wert, der Kopf {1}.</translation>
    </message>
    <message>
        <source>The compressed picture claims {0} x {1} pixels: refused as too large.</source>
        <translation>Das komprimierte Bild nennt {0} x {1} Pixel: als zu groß abgelehnt.</translation>
    </message>
    <message>
        <source>The compressed picture has more bits than Bits Stored: one may be wrong.</source>
        <translation>Das komprimierte Bild hat mehr Bit als Bits Stored: Eines kann falsch sein.</translation>
    </message>
    <message>
        <source>The encapsulated document is no PDF but of type {0}.</source>
        <translation>Das enthaltene Dokument ist kein PDF, sondern vom Typ {0}.</translation>
    </message>
    <message>
        <source>The file cannot be read: {0}.</source>
        <translation>Die Datei kann nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>The file cannot be written: {0}.</source>
        <translation>Die Datei kann nicht geschrieben werden: {0}.</translation>
    </message>
    <message>
        <source>The file could not be read: {0}.</source>
        <translation>Die Datei konnte nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>The file is damaged in an unforeseen way ({0}).</source>
        <translation>Die Datei ist auf unvorhergesehene Weise beschädigt ({0}).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is larger than 1 GB and was not read.</source>
        <translation>Die Datei ist größer als 1 GB und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The file is not a PNG, JPEG or TIFF picture.</source>
        <translation>Die Datei ist kein PNG-, JPEG- oder TIFF-Bild.</translation>
    </message>
    <message>
        <source>The file is not there any more, or the link leads nowhere.</source>
        <translation>Die Datei ist nicht mehr da, oder die Verknüpfung führt nirgendwohin.</translation>
    </message>
    <message>
        <source>The file needs more memory than there is.</source>
        <translation>Die Datei braucht mehr Speicher, als vorhanden ist.</translation>
    </message>
    <message>
        <source>The film could not be written again unchanged; nothing was written.</source>
        <translation>Die Aufnahme konnte nicht unverändert wieder geschrieben werden; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The frame holds {0} of {1} bytes.</source>
        <translation>Das Bild enthält {0} von {1} Bytes.</translation>
    </message>
    <message>
        <source>The header claims {0} x {1} pixels: refused as too large.</source>
        <translation>Der Kopf nennt {0} x {1} Pixel: als zu groß abgelehnt.</translation>
    </message>
    <message>
        <source>The header does not say how many rows and columns the picture has.</source>
        <translation>Der Kopf sagt nicht, wie viele Zeilen und Spalten das Bild hat.</translation>
    </message>
    <message>
        <source>The header says {0} frames, the file holds fewer.</source>
        <translation>Der Kopf nennt {0} Bilder, die Datei enthält weniger.</translation>
    </message>
    <message>
        <source>The header says {0} frames, the file holds {1}.</source>
        <translation>Der Kopf nennt {0} Bilder, die Datei enthält {1}.</translation>
    </message>
    <message>
        <source>The header says {0} samples a pixel, the code stream holds {1}.</source>
        <translation>Der Kopf nennt {0} Werte je Pixel, der Datenstrom enthält {1}.</translation>
    </message>
    <message>
        <source>The header says {0} x {1} pixels, the picture has {2} x {3}; it is shown whole.</source>
        <translation>Der Kopf nennt {0} x {1} Pixel, das Bild hat {2} x {3}; es wird ganz gezeigt.</translation>
    </message>
    <message>
        <source>The kept thresholds belong to another file of {theirs}: they are not used. Set the sensitivity again for this one.</source>
        <translation>Die gemerkten Schwellen gehören zu einer anderen Datei von {theirs}: sie werden nicht verwendet. Stellen Sie die Sensitivität für diese neu ein.</translation>
    </message>
    <message>
        <source>The kept thresholds belong to {theirs}, not to {ours}: they are not used. Set the sensitivity again for this model.</source>
        <translation>Die gemerkten Schwellen gehören zu {theirs}, nicht zu {ours}: sie werden nicht verwendet. Stellen Sie die Sensitivität für dieses Modell neu ein.</translation>
    </message>
    <message>
        <source>The kept thresholds cannot be read: set the sensitivity again.</source>
        <translation>Die gemerkten Schwellen sind nicht lesbar: stellen Sie die Sensitivität neu ein.</translation>
    </message>
    <message>
        <source>The lungs are cut off at the edge of the film: of what lies beyond nothing is said.</source>
        <translation>Die Lungen sind am Rand der Aufnahme abgeschnitten: über das, was dahinter liegt, ist nichts gesagt.</translation>
    </message>
    <message>
        <source>The media directory names this file, but it is not there.</source>
        <translation>Das Medienverzeichnis nennt diese Datei, aber sie ist nicht da.</translation>
    </message>
    <message>
        <source>The model runs on</source>
        <translation>Das Modell läuft auf</translation>
    </message>
    <message>
        <source>The next films of the worklist and priors are read ahead into it.</source>
        <translation>Die nächsten Aufnahmen der Arbeitsliste und Voraufnahmen werden dorthin vorausgelesen.</translation>
    </message>
    <message>
        <source>The offset table of the pixel data is missing.</source>
        <translation>Die Offset-Tabelle der Pixeldaten fehlt.</translation>
    </message>
    <message>
        <source>The offset table of the pixel data is wrong; the frame was found without it.</source>
        <translation>Die Offset-Tabelle der Pixeldaten ist falsch; das Einzelbild wurde ohne sie gefunden.</translation>
    </message>
    <message>
        <source>The patient is to be isolated before the next contact.</source>
        <translation>Der Patient ist vor dem nächsten Kontakt zu isolieren.</translation>
    </message>
    <message>
        <source>The picture claims {0} x {1} pixels: refused as too large.</source>
        <translation>Das Bild nennt {0} x {1} Pixel: als zu groß abgelehnt.</translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation>Das Bild hat keine Pixel.</translation>
    </message>
    <message>
        <source>The picture has palette colours but no palette that can be read.</source>
        <translation>Das Bild hat Palettenfarben, aber keine lesbare Palette.</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>Das Bild ist zu groß.</translation>
    </message>
    <message>
        <source>The picture&apos;s transparency was left out.</source>
        <translation>Die Transparenz des Bildes wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The pixel data are not whole: {0} of {1} bytes are there.</source>
        <translation>Die Pixeldaten sind nicht vollständig: {0} von {1} Bytes sind da.</translation>
    </message>
    <message>
        <source>The pixel data claim more bytes than the file has.</source>
        <translation>Die Pixeldaten beanspruchen mehr Bytes, als die Datei hat.</translation>
    </message>
    <message>
        <source>The pixel data do not end as they should.</source>
        <translation>Die Pixeldaten enden nicht, wie sie sollen.</translation>
    </message>
    <message>
        <source>The pixel data hold no frame.</source>
        <translation>Die Pixeldaten enthalten kein Einzelbild.</translation>
    </message>
    <message>
        <source>The pixels are a video, which is not shown.</source>
        <translation>Die Pixel sind ein Video, das nicht gezeigt wird.</translation>
    </message>
    <message>
        <source>The pixels are floating point numbers, which are not shown.</source>
        <translation>Die Pixel sind Gleitkommazahlen, die nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The pixels are kept on a server (JPIP) and are not fetched.</source>
        <translation>Die Pixel liegen auf einem Server (JPIP) und werden nicht geholt.</translation>
    </message>
    <message>
        <source>The pixels are labelled {0} but are not compressed.</source>
        <translation>Die Pixel sind als {0} bezeichnet, aber nicht komprimiert.</translation>
    </message>
    <message>
        <source>The pixels are labelled {0} but are {1}; read as that.</source>
        <translation>Die Pixel sind als {0} bezeichnet, sind aber {1}; so gelesen.</translation>
    </message>
    <message>
        <source>The pixels: fewer than 128 a side, too long and narrow, a colour picture, blank or almost without grey levels.</source>
        <translation>Die Pixel: weniger als 128 an einer Seite, zu lang und schmal, ein Farbbild, leer oder fast ohne Graustufen.</translation>
    </message>
    <message>
        <source>The presentation state has too many annotations; the first 2000 are drawn.</source>
        <translation>Der Präsentationszustand hat zu viele Anmerkungen; die ersten 2000 werden gezeichnet.</translation>
    </message>
    <message>
        <source>The presentation state refers to no image.</source>
        <translation>Der Präsentationszustand verweist auf kein Bild.</translation>
    </message>
    <message>
        <source>The presentation state&apos;s shutter covers all.</source>
        <translation>Die Blende des Präsentationszustands deckt alles ab.</translation>
    </message>
    <message>
        <source>The process that reads files could not be started.</source>
        <translation>Der Prozess, der Dateien liest, konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The radiographic magnification is invalid; it is not used for measuring.</source>
        <translation>Die radiographische Vergrößerung ist ungültig; sie wird nicht zum Messen benutzt.</translation>
    </message>
    <message>
        <source>The report is longer than {0} lines; the rest is left out.</source>
        <translation>Der Bericht ist länger als {0} Zeilen; der Rest ist ausgelassen.</translation>
    </message>
    <message>
        <source>The report is nested too deeply; what lies deeper is left out.</source>
        <translation>Der Bericht ist zu tief verschachtelt; was tiefer liegt, wird weggelassen.</translation>
    </message>
    <message>
        <source>The room must be darker than the screen.</source>
        <translation>Der Raum muss dunkler sein als der Bildschirm.</translation>
    </message>
    <message>
        <source>You have no permission to write to the store: ask for it, or name another one in the preferences or with --store.</source>
        <translation>Sie dürfen nicht in die Ablage schreiben: Bitten Sie um das Recht dazu, oder nennen Sie eine andere in den Einstellungen oder mit --store.</translation>
    </message>
    <message>
        <source>The store&apos;s disc is full. What was stored is kept: free some space and go on.</source>
        <translation>Der Datenträger der Ablage ist voll. Abgelegtes bleibt erhalten: schaffen Sie Platz und machen Sie weiter.</translation>
    </message>
    <message>
        <source>The stored window leaves almost nothing visible; an automatic one is shown.</source>
        <translation>Das gespeicherte Fenster lässt fast nichts sichtbar; ein automatisches wird gezeigt.</translation>
    </message>
    <message>
        <source>The stored window leaves little visible: choose the automatic one.</source>
        <translation>Das gespeicherte Fenster lässt wenig sichtbar: Wählen Sie das automatische.</translation>
    </message>
    <message>
        <source>The table cannot be read: {0}.</source>
        <translation>Die Tabelle kann nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>The table is damaged at line {0}.</source>
        <translation>Die Tabelle ist in Zeile {0} beschädigt.</translation>
    </message>
    <message>
        <source>The table is larger than 64 MB.</source>
        <translation>Die Tabelle ist größer als 64 MB.</translation>
    </message>
    <message>
        <source>The transfer syntax is not known: the pixels cannot be read.</source>
        <translation>Die Transfersyntax ist nicht bekannt: Die Pixel können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The zip claims to unpack to {0} GB, more than {1} times its size: refused as a decompression bomb.</source>
        <translation>Das Zip-Archiv will sich auf {0} GB entpacken, mehr als das {1}-Fache seiner Größe: als Dekompressionsbombe abgelehnt.</translation>
    </message>
    <message>
        <source>The zip holds no files.</source>
        <translation>Das Zip enthält keine Dateien.</translation>
    </message>
    <message>
        <source>The zip is damaged or incomplete.</source>
        <translation>Das Zip ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>The {0} display shutter is malformed and was left out.</source>
        <translation>Die Anzeigeblende ({0}) ist fehlerhaft und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The {0} frame is damaged and cannot be decoded.</source>
        <translation>Das {0}-Bild ist beschädigt und kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>There are more frames than the header says; the first is shown.</source>
        <translation>Es gibt mehr Einzelbilder, als der Kopf sagt; das erste wird gezeigt.</translation>
    </message>
    <message>
        <source>There are more pixel data than the header accounts for.</source>
        <translation>Es gibt mehr Pixeldaten, als der Kopf angibt.</translation>
    </message>
    <message>
        <source>There is a file of that name already; nothing was written.</source>
        <translation>Eine Datei dieses Namens gibt es schon; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>There is no frame {0}: the file holds one picture.</source>
        <translation>Es gibt kein Bild {0}: Die Datei enthält eines.</translation>
    </message>
    <message>
        <source>There is no frame {0}: the file holds {1}.</source>
        <translation>Es gibt kein Bild {0}: Die Datei enthält {1}.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: no share of positive studies is allowed into it.</source>
        <translation>Es gibt keine Spur für geringes Risiko: kein Anteil positiver Untersuchungen ist darin erlaubt.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: the model&apos;s card has no scores of calibration films to certify it with. &quot;hilum-train evaluate MODEL --split val --into-card&quot; writes them into it.</source>
        <translation>Es gibt keine Spur für geringes Risiko: der Modellkarte fehlen die Werte der Kalibrieraufnahmen, die sie sichern könnten. „hilum-train evaluate MODEL --split val --into-card“ schreibt sie hinein.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: the positive films of {units} patients of calibration are too few to certify {risk}; {needed} patients would be enough, or {allowed} allowed.</source>
        <translation>Es gibt keine Spur für geringes Risiko: die positiven Aufnahmen von {units} Patienten der Kalibrierung sind zu wenige, um {risk} zu sichern; {needed} Patienten würden genügen, oder {allowed} erlaubt.</translation>
    </message>
    <message>
        <source>There is no low-risk lane: this model has no finding that speaks for the whole film.</source>
        <translation>Es gibt keine Spur für geringes Risiko: dieses Modell hat keinen Befund, der für die ganze Aufnahme spricht.</translation>
    </message>
    <message>
        <source>There is no store in this place.</source>
        <translation>An diesem Ort ist keine Ablage.</translation>
    </message>
    <message>
        <source>These stored values need more than the 16 bits of a PNG.</source>
        <translation>Diese gespeicherten Werte brauchen mehr als die 16 Bit eines PNG.</translation>
    </message>
    <message>
        <source>This database belongs to another program: a store needs one of its own.</source>
        <translation>Diese Datenbank gehört einem anderen Programm: eine Ablage braucht eine eigene.</translation>
    </message>
    <message>
        <source>This device&apos;s films are unlike those this model learned from: findings are at most uncertain.</source>
        <translation>Die Aufnahmen dieses Geräts sind denen unähnlich, aus denen dieses Modell gelernt hat: Befunde sind höchstens unsicher.</translation>
    </message>
    <message>
        <source>This file is a picture; only DICOM files have attributes.</source>
        <translation>Diese Datei ist ein Bild; nur DICOM-Dateien haben Attribute.</translation>
    </message>
    <message>
        <source>This film&apos;s kept measurements are damaged and were set aside: {0}.</source>
        <translation>Die aufbewahrten Messungen dieser Aufnahme sind beschädigt und wurden beiseitegelegt: {0}.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Dies ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>This is an opened film&apos;s own file; it is never overwritten.</source>
        <translation>Dies ist die Datei einer geöffneten Aufnahme; sie wird nie überschrieben.</translation>
    </message>
    <message>
        <source>This part of the zip is damaged.</source>
        <translation>Dieser Teil des Zips ist beschädigt.</translation>
    </message>
    <message>
        <source>This store was written by a newer Hilum: use that one, or another store.</source>
        <translation>Diese Ablage schrieb ein neueres Hilum: benutzen Sie jenes oder eine andere Ablage.</translation>
    </message>
    <message>
        <source>Thorax proposed by the lung model: check it</source>
        <translation>Thorax vom Lungenmodell vorgeschlagen: bitte prüfen</translation>
    </message>
    <message>
        <source>Thumbnails of this patient</source>
        <translation>Miniaturen dieses Patienten</translation>
    </message>
    <message>
        <source>To be followed up within days; it must not be lost.</source>
        <translation>Binnen Tagen zu klären; darf nicht verloren gehen.</translation>
    </message>
    <message>
        <source>Treatment is to begin within hours.</source>
        <translation>Die Behandlung soll binnen Stunden beginnen.</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Wahre Größe</translation>
    </message>
    <message>
        <source>Turned as the picture&apos;s Exif orientation says.</source>
        <translation>Gedreht, wie es die Exif-Orientierung des Bildes angibt.</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Unlike the films this model learned from: findings are at most uncertain.</source>
        <translation>Den Aufnahmen unähnlich, aus denen dieses Modell gelernt hat: Befunde sind höchstens unsicher.</translation>
    </message>
    <message>
        <source>Unpacks to more than it claims and was stopped.</source>
        <translation>Entpackt sich auf mehr, als angegeben, und wurde angehalten.</translation>
    </message>
    <message>
        <source>Unpacks to {0} GB, which is too large.</source>
        <translation>Entpackt sich auf {0} GB, das ist zu groß.</translation>
    </message>
    <message>
        <source>Unprocessed detector data (For Processing): not meant for reading.</source>
        <translation>Unverarbeitete Detektordaten (For Processing): nicht zum Befunden bestimmt.</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Dringlichkeit</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>VOI LUT Function is unknown; LINEAR is used.</source>
        <translation>VOI LUT Function ist unbekannt; LINEAR wird benutzt.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Virale Pneumonie</translation>
    </message>
    <message>
        <source>Watch the same folder again at the next start</source>
        <translation>Denselben Ordner beim nächsten Start wieder überwachen</translation>
    </message>
    <message>
        <source>What another model has assessed is assessed again; thresholds belong to one model.</source>
        <translation>Was ein anderes Modell bewertet hat, wird neu bewertet; Schwellen gehören zu einem Modell.</translation>
    </message>
    <message>
        <source>What was copied is larger than this film and was not pasted.</source>
        <translation>Das Kopierte ist größer als diese Aufnahme und wurde nicht eingefügt.</translation>
    </message>
    <message>
        <source>Whatever is fastest</source>
        <translation>Was am schnellsten ist</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>Window / level</source>
        <translation>Fenster / Level</translation>
    </message>
    <message>
        <source>Window 1 of the file</source>
        <translation>Fenster 1 der Datei</translation>
    </message>
    <message>
        <source>Window 2 of the file</source>
        <translation>Fenster 2 der Datei</translation>
    </message>
    <message>
        <source>Window Center and Window Width do not pair up; only pairs are offered.</source>
        <translation>Window Center und Window Width passen nicht zusammen; nur Paare werden angeboten.</translation>
    </message>
    <message>
        <source>Window of a region</source>
        <translation>Fensterung nach Region</translation>
    </message>
    <message>
        <source>Window {0} / {1} of the file is invalid and was left out.</source>
        <translation>Fenster {0} / {1} der Datei ist ungültig und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>With Ctrl the wheel does the other one.</source>
        <translation>Mit Strg tut das Rad das jeweils andere.</translation>
    </message>
    <message>
        <source>You have no permission to read this.</source>
        <translation>Sie haben keine Berechtigung, dies zu lesen.</translation>
    </message>
    <message>
        <source>Your identifier</source>
        <translation>Ihre Kennung</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>a 7-Zip archive; unpack it first</source>
        <translation>ein 7-Zip-Archiv; packen Sie es zuerst aus</translation>
    </message>
    <message>
        <source>a BMP picture, which is not read</source>
        <translation>ein BMP-Bild, das nicht gelesen wird</translation>
    </message>
    <message>
        <source>a GIF picture, which is not read</source>
        <translation>ein GIF-Bild, das nicht gelesen wird</translation>
    </message>
    <message>
        <source>a Git LFS pointer: the file itself was never downloaded</source>
        <translation>ein Git-LFS-Zeiger: die Datei selbst wurde nie heruntergeladen</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a RAR archive; unpack it first</source>
        <translation>ein RAR-Archiv; packen Sie es zuerst aus</translation>
    </message>
    <message>
        <source>a WebP, audio or video file, which is not read</source>
        <translation>eine WebP-, Ton- oder Videodatei, die nicht gelesen wird</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>a bzip2 archive; unpack it first</source>
        <translation>ein bzip2-Archiv; packen Sie es zuerst aus</translation>
    </message>
    <message>
        <source>a gzip archive; unpack it first</source>
        <translation>ein gzip-Archiv; packen Sie es zuerst aus</translation>
    </message>
    <message>
        <source>a tar archive; unpack it first</source>
        <translation>ein tar-Archiv; packen Sie es zuerst aus</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>adults only, COVID-19 against the rest: AUC</source>
        <translation>nur Erwachsene, COVID-19 gegen die übrigen: AUC</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>ein leeres ZIP-Archiv</translation>
    </message>
    <message>
        <source>at detector</source>
        <translation>am Detektor</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>bacterial against viral, children: AUC</source>
        <translation>bakteriell gegen viral, Kinder: AUC</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>calibrated by the reader</source>
        <translation>vom Befunder kalibriert</translation>
    </message>
    <message>
        <source>calibration error (15 bins)</source>
        <translation>Kalibrierungsfehler (15 Klassen)</translation>
    </message>
    <message>
        <source>calibration error (15 bins): likeliest class</source>
        <translation>Kalibrierungsfehler (15 Klassen): wahrscheinlichster Befund</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>conformal coverage at 90 %</source>
        <translation>konforme Abdeckung bei 90 %</translation>
    </message>
    <message>
        <source>d</source>
        <translation>T</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>each film its own, many non-commercial</source>
        <translation>jede Aufnahme ihre eigenen, viele nichtkommerziell</translation>
    </message>
    <message>
        <source>end of the second arm</source>
        <translation>Ende des zweiten Schenkels</translation>
    </message>
    <message>
        <source>end of this end plate</source>
        <translation>Ende dieser Deckplatte</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>experiment (SHA-256)</source>
        <translation>Experiment (SHA-256)</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>films</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>films by finding</source>
        <translation>Aufnahmen je Befund</translation>
    </message>
    <message>
        <source>five findings: macro AUC</source>
        <translation>fünf Befunde: Makro-AUC</translation>
    </message>
    <message>
        <source>form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>free, with attribution to the NIH Clinical Center</source>
        <translation>frei, mit Nennung des NIH Clinical Center</translation>
    </message>
    <message>
        <source>frontal</source>
        <translation>frontal</translation>
    </message>
    <message>
        <source>gate: wrong refusals</source>
        <translation>Eingangsprüfung: falsche Ablehnungen</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>heat-map mass in the lungs, true positives: median</source>
        <translation>Anteil der Heatmap in den Lungen, richtig Positive: Median</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>ihr Ende</translation>
    </message>
    <message>
        <source>its other border</source>
        <translation>sein anderer Rand</translation>
    </message>
    <message>
        <source>largest difference from PyTorch</source>
        <translation>größter Unterschied zu PyTorch</translation>
    </message>
    <message>
        <source>largest difference from the mean of the networks</source>
        <translation>größter Unterschied zum Mittel der Netze</translation>
    </message>
    <message>
        <source>lateral</source>
        <translation>seitlich</translation>
    </message>
    <message>
        <source>libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Katheter</translation>
    </message>
    <message>
        <source>lines (enhanced)</source>
        <translation>Katheter (verstärkt)</translation>
    </message>
    <message>
        <source>lower end of the midline</source>
        <translation>unteres Ende der Mittellinie</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>lungs blanked out: COVID-19 AUC</source>
        <translation>Lungen ausgeblendet: AUC für COVID-19</translation>
    </message>
    <message>
        <source>m</source>
        <translation>M</translation>
    </message>
    <message>
        <source>macro AUC</source>
        <translation>Makro-AUC</translation>
    </message>
    <message>
        <source>macro AUC lost, validation</source>
        <translation>Verlust an Makro-AUC, Validierung</translation>
    </message>
    <message>
        <source>macro AUC, validation</source>
        <translation>Makro-AUC, Validierung</translation>
    </message>
    <message>
        <source>magnification corrected</source>
        <translation>um Vergrößerung korrigiert</translation>
    </message>
    <message>
        <source>mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>Megabyte</translation>
    </message>
    <message>
        <source>members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>milliseconds a film</source>
        <translation>Millisekunden je Aufnahme</translation>
    </message>
    <message>
        <source>mirrored left to right</source>
        <translation>seitenverkehrt gespiegelt</translation>
    </message>
    <message>
        <source>next corner</source>
        <translation>nächste Ecke</translation>
    </message>
    <message>
        <source>next corner; a double click closes</source>
        <translation>nächste Ecke; ein Doppelklick schließt</translation>
    </message>
    <message>
        <source>no chest</source>
        <translation>kein Thorax</translation>
    </message>
    <message>
        <source>nominal scanned</source>
        <translation>nominell gescannt</translation>
    </message>
    <message>
        <source>normal against opacity within it: AUC</source>
        <translation>normal gegen Verschattung am selben Ort: AUC</translation>
    </message>
    <message>
        <source>normals called normal</source>
        <translation>Normale als normal erkannt</translation>
    </message>
    <message>
        <source>normals called normal, by source</source>
        <translation>Normale als normal erkannt, je Quelle</translation>
    </message>
    <message>
        <source>not stated for each film</source>
        <translation>nicht für jede Aufnahme angegeben</translation>
    </message>
    <message>
        <source>one border of the heart</source>
        <translation>ein Rand des Herzens</translation>
    </message>
    <message>
        <source>other side of the inner thorax</source>
        <translation>andere Seite des inneren Thorax</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>refused by the gate</source>
        <translation>von der Eingangsprüfung abgelehnt</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>gleicher Tag</translation>
    </message>
    <message>
        <source>sensitivity of the operating points</source>
        <translation>Sensitivität der Arbeitspunkte</translation>
    </message>
    <message>
        <source>start of the other end plate</source>
        <translation>Anfang der anderen Deckplatte</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>the film looks turned or upside down; turn it upright.</source>
        <translation>Die Aufnahme scheint gedreht oder auf dem Kopf; richten Sie sie auf.</translation>
    </message>
    <message>
        <source>the greys look inverted; check the polarity.</source>
        <translation>Die Grauwerte scheinen invertiert; prüfen Sie die Polarität.</translation>
    </message>
    <message>
        <source>this does not look like a chest film.</source>
        <translation>Dies sieht nicht wie eine Thoraxaufnahme aus.</translation>
    </message>
    <message>
        <source>this looks like a lateral view; the model knows frontal films only.</source>
        <translation>Dies sieht wie eine seitliche Aufnahme aus; das Modell kennt nur frontale.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>gedreht</translation>
    </message>
    <message>
        <source>turned 90° to the left</source>
        <translation>um 90° nach links gedreht</translation>
    </message>
    <message>
        <source>turned 90° to the right</source>
        <translation>um 90° nach rechts gedreht</translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation>um 180° gedreht</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>upper end of the midline</source>
        <translation>oberes Ende der Mittellinie</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>vertex</source>
        <translation>Scheitel</translation>
    </message>
    <message>
        <source>w</source>
        <translation>W</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>weit</translation>
    </message>
    <message>
        <source>window / level</source>
        <translation>Fenster / Level</translation>
    </message>
    <message>
        <source>with its greys inverted</source>
        <translation>mit umgekehrten Grauwerten</translation>
    </message>
    <message>
        <source>wrong refusals, validation</source>
        <translation>falsche Ablehnungen, Validierung</translation>
    </message>
    <message>
        <source>y</source>
        <translation>J</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoomen</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Einzelbild</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Another film has this SOP Instance UID: are the marks its own?</source>
        <translation>Eine andere Aufnahme hat diese SOP Instance UID: Sind die Markierungen ihre eigenen?</translation>
    </message>
    <message>
        <source>1 presentation state</source>
        <translation>1 Präsentationszustand</translation>
    </message>
    <message>
        <source>{count} presentation states</source>
        <translation>{count} Präsentationszustände</translation>
    </message>
    <message>
        <source>Drag a film here</source>
        <translation>Aufnahme hierher ziehen</translation>
    </message>
    <message>
        <source>no area: the outline crosses itself</source>
        <translation>keine Fläche: der Umriss kreuzt sich selbst</translation>
    </message>
    <message>
        <source>area {area} pixels</source>
        <translation>Fläche {area} Pixel</translation>
    </message>
    <message>
        <source>area {area} ({provenance})</source>
        <translation>Fläche {area} ({provenance})</translation>
    </message>
    <message>
        <source>no pixels of the film inside</source>
        <translation>keine Pixel der Aufnahme darin</translation>
    </message>
    <message>
        <source>mean {mean}  SD {sd}</source>
        <translation>Mittel {mean}  SD {sd}</translation>
    </message>
    <message>
        <source>min {low}  max {high}</source>
        <translation>min {low}  max {high}</translation>
    </message>
    <message>
        <source>luminance: {values}</source>
        <translation>Luminanz: {values}</translation>
    </message>
    <message>
        <source>Cobb {angle}°</source>
        <translation>Cobb {angle}°</translation>
    </message>
    <message>
        <source>heart {heart}, thorax {thorax}</source>
        <translation>Herz {heart}, Thorax {thorax}</translation>
    </message>
    <message>
        <source>CTR {ratio}</source>
        <translation>HTQ {ratio}</translation>
    </message>
    <message>
        <source>Histogram, {count} pixels</source>
        <translation>Histogramm, {count} Pixel</translation>
    </message>
    <message>
        <source>Line profile</source>
        <translation>Linienprofil</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>True length, e.g. 25 mm or 2.5 cm</source>
        <translation>Wahre Länge, z. B. 25 mm oder 2,5 cm</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>KEY IMAGE</source>
        <translation>SCHLÜSSELBILD</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>{years} y</source>
        <translation>{years} J.</translation>
    </message>
    <message>
        <source>{months} mo</source>
        <translation>{months} Mon.</translation>
    </message>
    <message>
        <source>Prior, {words}</source>
        <translation>Voraufnahme, {words}</translation>
    </message>
    <message>
        <source>{words} earlier</source>
        <translation>{words} früher</translation>
    </message>
    <message>
        <source>Films of this patient</source>
        <translation>Aufnahmen dieses Patienten</translation>
    </message>
    <message>
        <source>Reader and model</source>
        <translation>Befunder und Modell</translation>
    </message>
    <message>
        <source>Differences between reader and model</source>
        <translation>Unterschiede zwischen Befunder und Modell</translation>
    </message>
    <message>
        <source>Rows that could not be used</source>
        <translation>Zeilen, die nicht zu gebrauchen waren</translation>
    </message>
    <message>
        <source>{count} rows could not be used:</source>
        <translation>{count} Zeilen waren nicht zu gebrauchen:</translation>
    </message>
    <message>
        <source>{finding}: {agree} of {all} studies agree, {model} only the model, {reader} only the reader.</source>
        <translation>{finding}: {agree} von {all} Untersuchungen stimmen überein, {model} nur das Modell, {reader} nur der Befunder.</translation>
    </message>
    <message>
        <source>Verdicts on studies that this list does not have: {count}.</source>
        <translation>Urteile über Untersuchungen, die diese Liste nicht hat: {count}.</translation>
    </message>
    <message>
        <source>No verdict is on a study of this list.</source>
        <translation>Kein Urteil betrifft eine Untersuchung dieser Liste.</translation>
    </message>
    <message>
        <source>Order and lanes</source>
        <translation>Reihenfolge und Spuren</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Longest wait in minutes</source>
        <translation>Längste Wartezeit in Minuten</translation>
    </message>
    <message>
        <source>A film that has waited for so long comes next, behind pinned and STAT ones.</source>
        <translation>Eine Aufnahme, die so lange gewartet hat, kommt als nächste, nach angehefteten und STAT.</translation>
    </message>
    <message>
        <source>No low-risk lane</source>
        <translation>Keine Spur für geringes Risiko</translation>
    </message>
    <message>
        <source>Allowed share of positive studies in the low-risk lane</source>
        <translation>Erlaubter Anteil positiver Untersuchungen in der Spur für geringes Risiko</translation>
    </message>
    <message>
        <source>Reading a film takes</source>
        <translation>Eine Aufnahme zu befunden dauert</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>Waiting times before and after</source>
        <translation>Wartezeiten vorher und nachher</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Positive studies in the low-risk lane, at most</source>
        <translation>Positive Untersuchungen in der Spur für geringes Risiko, höchstens</translation>
    </message>
    <message>
        <source>What it would do to this list</source>
        <translation>Was das mit dieser Liste machte</translation>
    </message>
    <message>
        <source>What weighs how much</source>
        <translation>Was wie viel wiegt</translation>
    </message>
    <message>
        <source>The list is empty: there is nothing to simulate.</source>
        <translation>Die Liste ist leer: es gibt nichts zu simulieren.</translation>
    </message>
    <message>
        <source>All films</source>
        <translation>Alle Aufnahmen</translation>
    </message>
    <message>
        <source>Missed (simulated)</source>
        <translation>Übersehen (simuliert)</translation>
    </message>
    <message>
        <source>Before: first come, first read. Missed: positive films below their threshold, as many as the model&apos;s sensitivity and your prevalence let expect, drawn 200 times; their longest wait holds in 19 of 20 draws.</source>
        <translation>Vorher: in der Reihenfolge des Eintreffens. Übersehen: positive Aufnahmen unter ihrer Schwelle, so viele, wie Sensitivität des Modells und Ihre Prävalenz erwarten lassen, 200-mal gezogen; ihre längste Wartezeit gilt in 19 von 20 Ziehungen.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>The last {hours} hours</source>
        <translation>Die letzten {hours} Stunden</translation>
    </message>
    <message>
        <source>Shift summary</source>
        <translation>Schichtbericht</translation>
    </message>
    <message>
        <source>Films that came or were read in:</source>
        <translation>Aufnahmen, die eintrafen oder gelesen wurden in:</translation>
    </message>
    <message>
        <source>All films of the list</source>
        <translation>Alle Aufnahmen der Liste</translation>
    </message>
    <message>
        <source>Compare with reports</source>
        <translation>Mit Befunden vergleichen</translation>
    </message>
    <message>
        <source>Document: {title}</source>
        <translation>Dokument: {title}</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>{state}: {reader}, {when}</source>
        <translation>{state}: {reader}, {when}</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>STAT</source>
        <translation>STAT</translation>
    </message>
    <message>
        <source>The store cannot be opened: its folder is not there, or you may not write to it.</source>
        <translation>Die Ablage lässt sich nicht öffnen: ihr Ordner fehlt, oder Sie dürfen dort nicht schreiben.</translation>
    </message>
    <message>
        <source>The store could not be read or written: try again, or use another store.</source>
        <translation>Die Ablage konnte nicht gelesen oder beschrieben werden: Versuchen Sie es noch einmal, oder nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>The store&apos;s database does not answer: is its server running, and its address right?</source>
        <translation>Die Datenbank der Ablage antwortet nicht: Läuft ihr Server, und stimmt ihre Adresse?</translation>
    </message>
    <message>
        <source>The store&apos;s disc fails, or is gone. What was stored is kept: try again when it is back.</source>
        <translation>Der Datenträger der Ablage ist gestört oder fort. Abgelegtes bleibt erhalten: Versuchen Sie es noch einmal, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>The store&apos;s file is damaged, or is no store: put a copy of it back, or move it away, and a new one is made.</source>
        <translation>Die Datei der Ablage ist beschädigt oder keine Ablage: Legen Sie eine Kopie von ihr zurück, oder räumen Sie sie weg, dann entsteht eine neue.</translation>
    </message>
    <message>
        <source>The store&apos;s file is no longer in its place: nothing is stored until it is back.</source>
        <translation>Die Datei der Ablage ist nicht mehr an ihrem Ort: Es wird nichts abgelegt, bis sie wieder da ist.</translation>
    </message>
    <message>
        <source>Waited long</source>
        <translation>Wartet lange</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>Free rotation: only quarter turns are saved.</source>
        <translation>Freie Drehung: nur Vierteldrehungen werden gespeichert.</translation>
    </message>
    <message>
        <source>Raised local contrast is not saved.</source>
        <translation>Angehobener lokaler Kontrast wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save presentation state</source>
        <translation>Präsentationszustand speichern</translation>
    </message>
    <message>
        <source>Measurements and annotations</source>
        <translation>Messungen und Anmerkungen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>The file names the patient, as the film does; what you write here is kept in it.</source>
        <translation>Die Datei nennt den Patienten, wie die Aufnahme es tut; was Sie hier schreiben, steht darin.</translation>
    </message>
    <message>
        <source>without a label</source>
        <translation>ohne Kennung</translation>
    </message>
    <message>
        <source>Presentation state {label}: not for this frame</source>
        <translation>Präsentationszustand {label}: nicht für dieses Bild</translation>
    </message>
    <message>
        <source>Presentation state {label}, changed since</source>
        <translation>Präsentationszustand {label}, seither geändert</translation>
    </message>
    <message>
        <source>Presentation state {label}</source>
        <translation>Präsentationszustand {label}</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>Präsentationszustand</translation>
    </message>
    <message>
        <source>Presentation state that cannot be used: {reason}</source>
        <translation>Nicht verwendbarer Präsentationszustand: {reason}</translation>
    </message>
    <message>
        <source>Presentation state {label}: its film is not open</source>
        <translation>Präsentationszustand {label}: seine Aufnahme ist nicht geöffnet</translation>
    </message>
    <message>
        <source>Presentation state {label}, for {here} of its {wanted} films: the others are not open</source>
        <translation>Präsentationszustand {label}, für {here} seiner {wanted} Aufnahmen: die anderen sind nicht geöffnet</translation>
    </message>
    <message>
        <source>Presentation state {label}: choose it on its film</source>
        <translation>Präsentationszustand {label}: auf seiner Aufnahme zu wählen</translation>
    </message>
    <message>
        <source>None was opened for this film</source>
        <translation>Für diese Aufnahme wurde keiner geöffnet</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Wie gespeichert</translation>
    </message>
    <message>
        <source>Graphic layers</source>
        <translation>Grafikebenen</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>{name} wird geschrieben …</translation>
    </message>
    <message>
        <source>GSDF, measured</source>
        <translation>GSDF, gemessen</translation>
    </message>
    <message>
        <source>GSDF, assumed</source>
        <translation>GSDF, angenommen</translation>
    </message>
    <message>
        <source>{words}: {low} to {high} cd/m², contrast within {error}</source>
        <translation>{words}: {low} bis {high} cd/m², Kontrast auf {error} genau</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Pages of the PDF</source>
        <translation>Seiten des PDF</translation>
    </message>
    <message>
        <source>Not shown while identities are hidden: a PDF can name people on any page.</source>
        <translation>Nicht gezeigt, solange Identitäten verborgen sind: Ein PDF kann auf jeder Seite Personen nennen.</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>What was written freely can still name a person.</source>
        <translation>Frei geschriebener Text kann noch Personen nennen.</translation>
    </message>
    <message>
        <source>The film that is meant is not in the worklist.</source>
        <translation>Die gemeinte Aufnahme ist nicht in der Arbeitsliste.</translation>
    </message>
    <message>
        <source>Page {page}/{count}</source>
        <translation>Seite {page}/{count}</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} gefunden</translation>
    </message>
    <message>
        <source>Enter finds</source>
        <translation>Eingabetaste sucht</translation>
    </message>
    <message>
        <source>Display calibration</source>
        <translation>Kalibrierung des Bildschirms</translation>
    </message>
    <message>
        <source>Show films through the display function (GSDF) here</source>
        <translation>Aufnahmen hier durch die Anzeigefunktion (GSDF) zeigen</translation>
    </message>
    <message>
        <source>Assume a display of gamma 2.2</source>
        <translation>Einen Bildschirm mit Gamma 2,2 annehmen</translation>
    </message>
    <message>
        <source>Measured: driving level, cd/m² on each line</source>
        <translation>Gemessen: Ansteuerstufe, cd/m² in jeder Zeile</translation>
    </message>
    <message>
        <source>Darkest</source>
        <translation>Dunkelste</translation>
    </message>
    <message>
        <source>Brightest</source>
        <translation>Hellste</translation>
    </message>
    <message>
        <source>Light of the room on it</source>
        <translation>Licht des Raums darauf</translation>
    </message>
    <message>
        <source>Measured luminances</source>
        <translation>Gemessene Leuchtdichten</translation>
    </message>
    <message>
        <source>Read a CSV file …</source>
        <translation>CSV-Datei lesen …</translation>
    </message>
    <message>
        <source>Test pattern</source>
        <translation>Testbild</translation>
    </message>
    <message>
        <source>Screen: {name}</source>
        <translation>Bildschirm: {name}</translation>
    </message>
    <message>
        <source>Steps of grey are uneven by up to {before} without and {after} with the display function; for reading {allowed} is allowed (TG18).</source>
        <translation>Graustufen sind ohne Anzeigefunktion bis zu {before}, mit ihr bis zu {after} ungleich; zum Befunden sind {allowed} erlaubt (TG18).</translation>
    </message>
    <message>
        <source>This file cannot be read as a table.</source>
        <translation>Diese Datei lässt sich nicht als Tabelle lesen.</translation>
    </message>
    <message>
        <source>Line {line} is not a level from 0 to 255 and a luminance.</source>
        <translation>Zeile {line} ist keine Stufe von 0 bis 255 mit einer Leuchtdichte.</translation>
    </message>
    <message>
        <source>Driving level {level}</source>
        <translation>Ansteuerstufe {level}</translation>
    </message>
    <message>
        <source>without display function</source>
        <translation>ohne Anzeigefunktion</translation>
    </message>
    <message>
        <source>Space: with and without · ← →: fields for a luminance meter · Esc: close</source>
        <translation>Leertaste: mit und ohne · ← →: Felder für ein Leuchtdichtemessgerät · Esc: schließen</translation>
    </message>
    <message>
        <source>Not while identities are hidden: a PDF can name people on any page.</source>
        <translation>Nicht, solange Identitäten verborgen sind: Ein PDF kann auf jeder Seite Personen nennen.</translation>
    </message>
    <message>
        <source>Copied, as it stands.</source>
        <translation>Kopiert, wie es dasteht.</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Befund exportieren</translation>
    </message>
    <message>
        <source>Export the PDF, with all its names</source>
        <translation>PDF exportieren, mit allen Namen darin</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Wird gedruckt …</translation>
    </message>
    <message>
        <source>Self-test passed at an earlier start.</source>
        <translation>Selbsttest bei einem früheren Start bestanden.</translation>
    </message>
    <message>
        <source>Self-test failed ({reason}): do not rely on the scores. Install Hilum or the model again.</source>
        <translation>Selbsttest fehlgeschlagen ({reason}): Verlassen Sie sich nicht auf die Werte. Installieren Sie Hilum oder das Modell neu.</translation>
    </message>
    <message>
        <source>Self-test passed: {films} phantom films on {device}, as when the model was made.</source>
        <translation>Selbsttest bestanden: {films} Phantomaufnahmen auf {device}, wie bei der Erstellung des Modells.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to: settings, measurements and the list are kept in {other}.</source>
        <translation>In {folder} kann nicht geschrieben werden: Einstellungen, Messungen und Liste liegen in {other}.</translation>
    </message>
    <message>
        <source>Your settings could not be read. They were set aside as {name} in {folder}, and Hilum starts with its own: set keys, screens and calibrations anew, or put a copy of settings.json back while Hilum is closed.</source>
        <translation>Ihre Einstellungen konnten nicht gelesen werden. Sie liegen nun als {name} in {folder}, und Hilum beginnt mit seinen eigenen: Stellen Sie Tasten, Bildschirme und Kalibrierungen neu ein, oder legen Sie eine Kopie von settings.json zurück, während Hilum geschlossen ist.</translation>
    </message>
    <message>
        <source>Another Hilum, on {machine}, uses the same settings and does not answer: the one that is closed last keeps its own.</source>
        <translation>Ein anderes Hilum auf {machine} benutzt dieselben Einstellungen und antwortet nicht: Es bleiben die des zuletzt geschlossenen.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unbefundet</translation>
    </message>
    <message>
        <source>You are reading since {time}</source>
        <translation>Sie lesen seit {time}</translation>
    </message>
    <message>
        <source>It may be taken over.</source>
        <translation>Sie darf übernommen werden.</translation>
    </message>
    <message>
        <source>Read by {reader}, {time}</source>
        <translation>Gelesen von {reader}, {time}</translation>
    </message>
    <message>
        <source>Second look asked for by {reader}, {time}</source>
        <translation>Zweite Durchsicht erbeten von {reader}, {time}</translation>
    </message>
    <message>
        <source>Read blindly: say what you see, then commit.</source>
        <translation>Blind lesen: sagen Sie, was Sie sehen, dann schließen Sie ab.</translation>
    </message>
    <message>
        <source>Reading of this study</source>
        <translation>Befundung dieser Studie</translation>
    </message>
    <message>
        <source>Notes on this study</source>
        <translation>Notizen zu dieser Studie</translation>
    </message>
    <message>
        <source>What you do is kept in the window, and stored when the store can be used again.</source>
        <translation>Was Sie tun, bleibt im Fenster und wird abgelegt, sobald die Ablage wieder benutzbar ist.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation>Was sehen Sie?</translation>
    </message>
    <message>
        <source>The model&apos;s findings are shown. Commit again to end the read.</source>
        <translation>Die Befunde des Modells sind sichtbar. Nochmals abschließen beendet die Befundung.</translation>
    </message>
    <message>
        <source>All studies of the list are read, or being read.</source>
        <translation>Alle Studien der Liste sind gelesen oder werden gelesen.</translation>
    </message>
    <message>
        <source>Being read by {reader} since {time}.</source>
        <translation>Wird von {reader} gelesen seit {time}.</translation>
    </message>
    <message>
        <source>Findings hidden</source>
        <translation>Befunde verborgen</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>In no lane</source>
        <translation>In keiner Spur</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Nothing to read</source>
        <translation>Nichts zu befunden</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Installation läuft</translation>
    </message>
    <message>
        <source>Install from a folder …</source>
        <translation>Aus einem Ordner installieren …</translation>
    </message>
    <message>
        <source>Install from wheels …</source>
        <translation>Aus Wheel-Dateien installieren …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>With an NVIDIA card the model runs faster. The GPU pack adds what it needs to your own folder, about 2 GB, from wheels that can be fetched on another machine; no network is used here.</source>
        <translation>Mit einer NVIDIA-Karte läuft das Modell schneller. Das GPU-Paket legt in Ihrem eigenen Ordner ab, was es dazu braucht, etwa 2 GB, aus Wheel-Dateien, die sich auf einem anderen Rechner holen lassen; hier wird kein Netz benutzt.</translation>
    </message>
    <message>
        <source>To fetch the pack, type where there is a network:</source>
        <translation>Um das Paket zu holen, geben Sie dort ein, wo es ein Netz gibt:</translation>
    </message>
    <message>
        <source>GPU pack: {names}</source>
        <translation>GPU-Paket: {names}</translation>
    </message>
    <message>
        <source>No GPU pack is installed.</source>
        <translation>Es ist kein GPU-Paket installiert.</translation>
    </message>
    <message>
        <source>Delete the GPU pack?</source>
        <translation>Das GPU-Paket löschen?</translation>
    </message>
    <message>
        <source>Stopped; the pack is as it was.</source>
        <translation>Abgebrochen; das Paket ist, wie es war.</translation>
    </message>
    <message>
        <source>{number} wheels installed. Start Hilum again to use them.</source>
        <translation>{number} Wheel-Dateien installiert. Starten Sie Hilum neu, um sie zu benutzen.</translation>
    </message>
    <message>
        <source>The GPU pack is deleted. Start Hilum again to do without it.</source>
        <translation>Das GPU-Paket ist gelöscht. Starten Sie Hilum neu, um ohne es zu arbeiten.</translation>
    </message>
    <message>
        <source>The GPU pack could not be changed: {reason}.</source>
        <translation>Das GPU-Paket ließ sich nicht ändern: {reason}.</translation>
    </message>
    <message>
        <source>Settings were not kept ({reason}): make room in {folder}, or ask for the right to write there.</source>
        <translation>Die Einstellungen wurden nicht gespeichert ({reason}): Schaffen Sie Platz in {folder}, oder lassen Sie sich dort das Schreiben erlauben.</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Überwachung beenden</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Ordner überwachen</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>Ein Ordner</translation>
    </message>
    <message>
        <source>{folder} is not there: waiting for it</source>
        <translation>{folder} ist nicht da: es wird gewartet</translation>
    </message>
    <message>
        <source>Watching {folder}</source>
        <translation>Überwacht: {folder}</translation>
    </message>
    <message>
        <source>{count} being written</source>
        <translation>{count} im Entstehen</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} warten</translation>
    </message>
    <message>
        <source>{names} cannot be read: some words stay English. Install Hilum again.</source>
        <translation>{names} lässt sich nicht lesen: Einige Wörter bleiben englisch. Installieren Sie Hilum erneut.</translation>
    </message>
    <message>
        <source>Windows of the file</source>
        <translation>Fenster der Datei</translation>
    </message>
    <message>
        <source>The file has none</source>
        <translation>Die Datei hat keine</translation>
    </message>
    <message>
        <source>Unread: came after {reader} had read the study, {time}</source>
        <translation>Unbefundet: kam, nachdem {reader} die Studie gelesen hatte, {time}</translation>
    </message>
    <message>
        <source>This study was begun and not ended.</source>
        <translation>Diese Studie wurde begonnen und nicht beendet.</translation>
    </message>
    <message>
        <source>No other unread film is shown; {count} wait that the filter or the search leaves out.</source>
        <translation>Keine andere ungelesene Aufnahme wird gezeigt; {count} warten, die Filter oder Suche auslassen.</translation>
    </message>
    <message>
        <source>A copy of {name}.</source>
        <translation>Eine Kopie von {name}.</translation>
    </message>
    <message>
        <source>Has the SOP Instance UID of {name}, but not its content.</source>
        <translation>Hat die SOP Instance UID von {name}, aber nicht den gleichen Inhalt.</translation>
    </message>
    <message>
        <source>{reader} has gone on with this study: nothing was taken back.</source>
        <translation>{reader} hat an dieser Studie weitergearbeitet: Nichts wurde zurückgenommen.</translation>
    </message>
</context>
</TS>
