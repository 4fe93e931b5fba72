/**
 * Wrong answers as beginners give them, written from the published rules before anything was known of how the search
 * names a mistake. The last column was added afterwards: the misreadings that are a right explanation, of which any one
 * will do; two that were made together are joined by "+".
 *
 * Columns: who answers so; the record; the total; points by domain, where they are given; the verdict, where it is given;
 * what was misread, in words; what explains it.
 *
 * A record is a list of findings: `finding` is present, `-finding` absent, `~finding:cause` explained. A value is
 * `test=value[unit]<low>high:method@date`, each part but the first two where it is given.
 */
export const BEGINNERS: Readonly<Record<string, string>> = {
  "eular-acr-2019": `
adder | ana-1-80 leukopenia thrombocytopenia hemolysis direct-coombs | 11 | hematologic=11 | classified | Three items of one domain added up: 3 + 4 + 4. | blood-counts-added
adder | ana-1-80 leukopenia thrombocytopenia | 7 | hematologic=7 | - | Leukopenia and thrombocytopenia added. | blood-counts-added
adder | ana-1-80 leukopenia thrombocytopenia synovitis-2-joints | 13 | hematologic=7 musculoskeletal=6 | - | Leukopenia and thrombocytopenia added. | blood-counts-added
adder | ana-1-80 subacute-cutaneous-lupus discoid-lupus | 8 | mucocutaneous=8 | - | DLE and SCLE counted as an item each. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 anticardiolipin-medium-high lupus-anticoagulant malar-rash | 10 | mucocutaneous=6 antiphospholipid-antibodies=4 | classified | Two antiphospholipid antibodies, two points each. | add-within:antiphospholipid-antibodies add-within:antiphospholipid-antibodies:each
adder | ana-1-80 anti-dsdna-specific anti-sm -fever | 12 | sle-specific-antibodies=12 | - | Anti-dsDNA and anti-Sm, six points each. | add-within:sle-specific-antibodies add-within:sle-specific-antibodies:each
adder | ana-1-80 pleural-effusion pericardial-effusion | 10 | serosal=10 | classified | Two effusions, five points each. | add-within:serosal add-within:serosal:each
adder | ana-1-80 malar-rash maculopapular-rash | 12 | mucocutaneous=12 | classified | Both acute rashes counted. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 low-c3 low-c4 oral-ulcers | 9 | mucocutaneous=2 complement-proteins=7 | - | The item for one low complement and the item for both added: 3 + 4. | add-within:complement-proteins add-within:complement-proteins:each
adder | ana-1-80 low-c3 low-c4 synovitis-2-joints | 12 | musculoskeletal=6 complement-proteins=6 | classified | Low C3 3 and low C4 3. | complements-added
adder | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 | 18 | renal=18 | classified | Class III with V added: 10 + 8. | biopsy-classes-added renal-items-added
adder | ana-1-80 biopsy-class-2-or-5 proteinuria | 12 | renal=12 | classified | Class V and proteinuria added: 8 + 4. | renal-items-added
adder | ana-1-80 biopsy-class-3-or-4 proteinuria fever | 16 | constitutional=2 renal=14 | - | Class IV and proteinuria added. | renal-items-added
adder | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 proteinuria | 22 | renal=22 | - | All three renal items added. | renal-items-added
adder | ana-1-80 oral-ulcers non-scarring-alopecia synovitis-2-joints | 10 | mucocutaneous=4 musculoskeletal=6 | classified | Ulcers and hair loss, two points each. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 malar-rash oral-ulcers low-c3 | 11 | mucocutaneous=8 complement-proteins=3 | classified | Rash and ulcers added. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 malar-rash oral-ulcers non-scarring-alopecia | 10 | mucocutaneous=10 | classified | All of the skin added: 6 + 2 + 2. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 discoid-lupus non-scarring-alopecia leukopenia | 9 | hematologic=3 mucocutaneous=6 | - | Discoid lupus and hair loss added. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 malar-rash discoid-lupus -oral-ulcers | 10 | mucocutaneous=10 | classified | Acute and discoid lupus added. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 seizure psychosis | 8 | neuropsychiatric=8 | - | Seizure and psychosis added. | add-within:neuropsychiatric add-within:neuropsychiatric:each
adder | ana-1-80 seizure psychosis delirium | 10 | neuropsychiatric=10 | classified | All three neuropsychiatric items added. | add-within:neuropsychiatric add-within:neuropsychiatric:each
adder | ana-1-80 delirium psychosis low-c4 | 8 | neuropsychiatric=5 complement-proteins=3 | - | Delirium and psychosis added. | add-within:neuropsychiatric add-within:neuropsychiatric:each
adder | ana-1-80 acute-pericarditis pleural-effusion | 11 | serosal=11 | classified | Pericarditis and effusion added. | add-within:serosal add-within:serosal:each
adder | ana-1-80 pericardial-rub pericarditis-ecg pleural-effusion | 11 | serosal=11 | - | Pericarditis by two signs, and the effusion on top. | add-within:serosal add-within:serosal:each
adder | ana-1-80 synovitis-2-joints tender-joints-with-stiffness | 12 | musculoskeletal=12 | classified | Swollen joints and tender joints counted separately. | add-within:musculoskeletal add-within:musculoskeletal:each
adder | ana-1-80 anticardiolipin-medium-high lupus-anticoagulant anti-beta2gp1 | 6 | antiphospholipid-antibodies=6 | - | Three antiphospholipid antibodies, two points each. | add-within:antiphospholipid-antibodies add-within:antiphospholipid-antibodies:each
adder | ana-1-80 leukopenia thrombocytopenia malar-rash low-c3 | 16 | - | - | Blood counts added: 7 + 6 + 3. | blood-counts-added
adder | ana-1-80 malar-rash oral-ulcers synovitis-2-joints fever | 16 | - | - | Rash and ulcers added. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 anti-dsdna-specific anti-sm synovitis-2-joints | 18 | - | - | Two specific antibodies, twice six. | add-within:sle-specific-antibodies add-within:sle-specific-antibodies:each
adder | ana-1-80 white-cells=3.1 platelets=82 fever | 9 | - | - | Both counts added. | blood-counts-added
adder | ana-1-80 biopsy-class-2-or-5 proteinuria low-c3 low-c4 | 16 | - | - | Class V and proteinuria added: 12 + 4. | renal-items-added
adder | ana-1-80 anti-dsdna-specific low-c3 low-c4 oral-ulcers | 15 | - | - | 3 + 4 for complement: 6 + 7 + 2. | add-within:complement-proteins add-within:complement-proteins:each
adder | ana-1-80 seizure psychosis anti-sm | 14 | - | - | Both neuropsychiatric items added. | add-within:neuropsychiatric add-within:neuropsychiatric:each
adder | ana-1-80 pleural-effusion pericardial-effusion leukopenia | 13 | - | - | Both effusions counted. | add-within:serosal add-within:serosal:each
adder | ana-1-80 lupus-anticoagulant anti-beta2gp1 thrombocytopenia | 8 | - | - | Two antiphospholipid antibodies counted. | add-within:antiphospholipid-antibodies add-within:antiphospholipid-antibodies:each
adder | ana-1-80 c3=0.55<0.9 c4=0.06<0.1 malar-rash | 13 | - | - | Both complement items added: 3 + 4. | add-within:complement-proteins add-within:complement-proteins:each
adder | ana-1-80 discoid-lupus subacute-cutaneous-lupus anti-sm | 14 | - | - | Two kinds of skin lupus, four points each. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 thrombocytopenia hemolysis direct-coombs -leukopenia | 8 | hematologic=8 | - | Platelets and hemolysis added. | blood-counts-added
adder | ana-1-80 -fever discoid-lupus oral-ulcers | 6 | - | - | Discoid lupus and ulcers added. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 oral-ulcers non-scarring-alopecia | 4 | mucocutaneous=4 | - | Two light items of the skin added. | add-within:mucocutaneous add-within:mucocutaneous:each
adder | ana-1-80 oral-ulcers non-scarring-alopecia leukopenia low-c3 | 10 | - | classified | Two light items of the skin added. | add-within:mucocutaneous add-within:mucocutaneous:each
half-adder | ana-1-80 leukopenia thrombocytopenia hemolysis direct-coombs | 7 | hematologic=7 | - | White cells and one of the others added. | add-within:hematologic:leukopenia+thrombocytopenia add-within:hematologic:leukopenia+autoimmune-hemolysis
half-adder | ana-1-80 leukopenia thrombocytopenia hemolysis direct-coombs synovitis-2-joints | 14 | hematologic=8 musculoskeletal=6 | - | Platelets and hemolysis added, white cells left. | add-within:hematologic:thrombocytopenia+autoimmune-hemolysis
half-adder | ana-1-80 malar-rash oral-ulcers non-scarring-alopecia | 8 | mucocutaneous=8 | - | Rash and one of the two light items added. | add-within:mucocutaneous:non-scarring-alopecia+malar-rash add-within:mucocutaneous:oral-ulcers+malar-rash
half-adder | ana-1-80 malar-rash oral-ulcers non-scarring-alopecia low-c3 low-c4 | 12 | mucocutaneous=8 complement-proteins=4 | - | Rash and one light item added. | add-within:mucocutaneous:non-scarring-alopecia+malar-rash add-within:mucocutaneous:oral-ulcers+malar-rash
half-adder | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 proteinuria | 14 | renal=14 | - | Class III or IV and proteinuria added, class V not. | add-within:renal:proteinuria+biopsy-class-3-or-4
half-adder | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 proteinuria | 18 | renal=18 | - | The two classes added, proteinuria not. | biopsy-classes-added
half-adder | ana-1-80 seizure psychosis delirium | 7 | neuropsychiatric=7 | - | Seizure and delirium added. | add-within:neuropsychiatric:delirium+seizure
half-adder | ana-1-80 seizure psychosis delirium | 8 | neuropsychiatric=8 | - | Seizure and psychosis added. | add-within:neuropsychiatric:psychosis+seizure
half-adder | ana-1-80 anticardiolipin-medium-high lupus-anticoagulant anti-beta2gp1 malar-rash | 10 | mucocutaneous=6 antiphospholipid-antibodies=4 | - | Two of three antibodies counted. | *add-within:antiphospholipid-antibodies:
half-adder | ana-1-80 malar-rash discoid-lupus oral-ulcers | 8 | mucocutaneous=8 | - | Rash and ulcers added, discoid lupus not. | add-within:mucocutaneous:oral-ulcers+malar-rash
half-adder | ana-1-80 malar-rash discoid-lupus oral-ulcers | 10 | mucocutaneous=10 | - | Rash and discoid lupus added, ulcers not. | add-within:mucocutaneous:discoid-lupus+malar-rash
half-adder | ana-1-80 discoid-lupus oral-ulcers non-scarring-alopecia | 6 | mucocutaneous=6 | - | Discoid lupus and one light item. | add-within:mucocutaneous:non-scarring-alopecia+discoid-lupus add-within:mucocutaneous:oral-ulcers+discoid-lupus
lighter | ana-1-80 leukopenia thrombocytopenia | 3 | hematologic=3 | - | The lighter blood item taken. | take-lighter:hematologic:leukopenia
lighter | ana-1-80 malar-rash oral-ulcers synovitis-2-joints | 8 | mucocutaneous=2 musculoskeletal=6 | not-classified | Ulcers taken in place of the rash. | take-lighter:mucocutaneous:oral-ulcers
lighter | ana-1-80 biopsy-class-3-or-4 proteinuria | 4 | renal=4 | not-classified | Proteinuria taken in place of the biopsy. | take-lighter:renal:proteinuria
lighter | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 | 8 | renal=8 | not-classified | The lighter class taken. | take-lighter:renal:biopsy-class-2-or-5
lighter | ana-1-80 biopsy-class-2-or-5 proteinuria malar-rash | 10 | mucocutaneous=6 renal=4 | - | Proteinuria taken in place of class V. | take-lighter:renal:proteinuria
lighter | ana-1-80 seizure delirium | 2 | neuropsychiatric=2 | - | Delirium taken in place of the seizure. | take-lighter:neuropsychiatric:delirium
lighter | ana-1-80 low-c3 low-c4 synovitis-2-joints | 9 | musculoskeletal=6 complement-proteins=3 | not-classified | Both low, yet 3 points taken. | both-complements-three
lighter | ana-1-80 acute-pericarditis pericardial-effusion low-c3 | 8 | serosal=5 complement-proteins=3 | - | Effusion taken although pericarditis is there. | take-lighter:serosal:pleural-or-pericardial-effusion
lighter | ana-1-80 discoid-lupus malar-rash | 4 | mucocutaneous=4 | - | The lighter of the two rashes taken. | take-lighter:mucocutaneous:subacute-cutaneous-or-discoid-lupus
lighter | ana-1-80 malar-rash discoid-lupus oral-ulcers anti-sm | 10 | mucocutaneous=4 sle-specific-antibodies=6 | - | The middle one taken. | take-lighter:mucocutaneous:subacute-cutaneous-or-discoid-lupus
lighter | ana-1-80 low-c3 low-c4 anti-sm fever | 11 | - | - | Both complements low, 3 points given. | both-complements-three
lighter | ana-1-80 seizure psychosis leukopenia | 6 | - | - | Psychosis taken in place of the seizure. | take-lighter:neuropsychiatric:psychosis
edge | ana-1-80 white-cells=4.0 malar-rash | 9 | hematologic=3 mucocutaneous=6 | - | White cells of exactly 4.0 counted as below. | limit-equal:white-cells
edge | ana-1-80 white-cells=4 synovitis-2-joints oral-ulcers | 11 | - | classified | White cells of exactly 4.0 counted. | limit-equal:white-cells
edge | ana-1-80 platelets=100 synovitis-2-joints | 10 | hematologic=4 musculoskeletal=6 | classified | Platelets of exactly 100 counted. | limit-equal:platelets
edge | ana-1-80 temperature=38.3 malar-rash leukopenia | 11 | constitutional=2 hematologic=3 mucocutaneous=6 | - | Exactly 38.3 counted as fever. | limit-equal:temperature
edge | ana-1-80 urine-protein-24h=0.5 synovitis-2-joints | 10 | musculoskeletal=6 renal=4 | classified | Exactly 0.5 g counted. | proteinuria-at-half
edge | ana-1-80 urine-protein-creatinine-ratio=500 malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Exactly 500 mg/g counted. | proteinuria-at-half
edge | ana-1-80 c3=0.9<0.9 malar-rash | 9 | mucocutaneous=6 complement-proteins=3 | - | C3 exactly at the lower limit counted as low. | limit-equal:c3
edge | ana-1-80 c4=0.1<0.1 synovitis-2-joints leukopenia | 12 | - | classified | C4 exactly at the lower limit counted as low. | limit-equal:c4
edge | ana-1-80 anticardiolipin-igg=40 malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | Exactly 40 GPL counted as medium. | limit-equal:anticardiolipin-igg
edge | ana-titer=80 malar-rash synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | not-classified | 1:80 read as more than 1:80: entry taken as not met. | ana-above-1-80
edge | ana-1-80 anti-dsdna=15>15:crithidia malar-rash | 12 | mucocutaneous=6 sle-specific-antibodies=6 | classified | A value exactly at the limit counted as positive. | limit-equal:anti-dsdna
edge | ana-1-80 swollen-joints=2 malar-rash | 6 | mucocutaneous=6 | not-classified | Two swollen joints, but more than two were asked for. | limit-equal:swollen-joints limit-at:swollen-joints:3
edge | ana-1-80 white-cells=4000[/mm3] malar-rash | 9 | - | - | 4,000 per mm3 counted as below 4,000. | limit-equal:white-cells
edge | ana-1-80 temperature=38.3 seizure leukopenia | 10 | - | classified | Fever from 38.3 on. | limit-equal:temperature
wrong-limit | ana-1-80 temperature=38.1 malar-rash | 8 | constitutional=2 mucocutaneous=6 | - | Fever counted from 38.0. | fever-at-38
wrong-limit | ana-1-80 temperature=38.0 synovitis-2-joints oral-ulcers | 10 | constitutional=2 mucocutaneous=2 musculoskeletal=6 | classified | Fever counted from 38.0. | fever-at-38
wrong-limit | ana-1-80 temperature=38.4 malar-rash low-c3 | 9 | mucocutaneous=6 complement-proteins=3 | - | Fever only from 38.5. | fever-at-38-5
wrong-limit | ana-1-80 temperature=37.8 malar-rash | 8 | - | - | Any raised temperature counted as fever. | limit-at:temperature:37.5
wrong-limit | ana-1-80 platelets=120 malar-rash | 10 | hematologic=4 mucocutaneous=6 | classified | Platelets below 150 counted. | low-platelets-at-150
wrong-limit | ana-1-80 platelets=140 synovitis-2-joints | 10 | - | classified | Platelets below the laboratory's 150 counted. | low-platelets-at-150
wrong-limit | ana-1-80 white-cells=4.3 malar-rash low-c3 | 12 | hematologic=3 mucocutaneous=6 complement-proteins=3 | - | White cells below 4.5 counted. | limit-at:white-cells:4.5
wrong-limit | ana-1-80 white-cells=3.7 malar-rash | 6 | mucocutaneous=6 | - | White cells only below 3.5 counted. | limit-at:white-cells:3.5
wrong-limit | ana-1-80 urine-protein-24h=0.3 malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Any raised protein, above 0.15 or 0.3 g, counted. | limit-at:urine-protein-24h:0.15 limit-at:urine-protein-24h:0.3
wrong-limit | ana-1-80 urine-protein-24h=0.8 malar-rash low-c4 | 9 | mucocutaneous=6 complement-proteins=3 | - | Proteinuria only above 1 g. | limit-at:urine-protein-24h:1
wrong-limit | ana-1-80 anticardiolipin-igg=25>20 malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | Anticardiolipin just above the laboratory's limit counted. | low-anticardiolipin-counted limit-at:anticardiolipin-igg:20
wrong-limit | ana-1-80 anticardiolipin-igm=32>12 synovitis-2-joints | 8 | musculoskeletal=6 antiphospholipid-antibodies=2 | - | Low titer anticardiolipin counted. | low-anticardiolipin-counted limit-at:anticardiolipin-igm:20
wrong-limit | ana-1-80 anticardiolipin-igg-igm-abnormal -anticardiolipin-medium-high malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | Any abnormal anticardiolipin counted. | low-anticardiolipin-counted
wrong-limit | ana-titer=40 malar-rash synovitis-2-joints | 12 | - | classified | 1:40 taken as positive. | ana-at-1-40
wrong-limit | ana-titer=80 malar-rash synovitis-2-joints | 12 | - | not-classified | 1:160 asked for. | limit-at:ana-titer:160
wrong-limit | ana-1-80 anti-dsdna=60>15:elisa malar-rash | 12 | mucocutaneous=6 sle-specific-antibodies=6 | classified | A plain ELISA counted as specific. | any-anti-dsdna
wrong-limit | ana-1-80 anti-dsdna malar-rash | 12 | mucocutaneous=6 sle-specific-antibodies=6 | classified | Any positive anti-dsDNA counted. | any-anti-dsdna
wrong-limit | ana-1-80 anti-dsdna synovitis-2-joints fever | 14 | - | classified | Any positive anti-dsDNA counted. | any-anti-dsdna
wrong-limit | ana-1-80 swollen-joints=1 malar-rash | 12 | mucocutaneous=6 musculoskeletal=6 | classified | One swollen joint counted. | joint-pain-as-arthritis
loose-and | ana-1-80 direct-coombs -hemolysis malar-rash | 10 | hematologic=4 mucocutaneous=6 | classified | Coombs alone counted as hemolysis. | any-of:autoimmune-hemolysis
loose-and | ana-1-80 hemolysis -direct-coombs malar-rash | 10 | hematologic=4 mucocutaneous=6 | classified | Hemolysis without Coombs counted. | any-of:autoimmune-hemolysis hemolysis-without-coombs
loose-and | ana-1-80 direct-coombs synovitis-2-joints | 10 | - | classified | Coombs alone counted. | any-of:autoimmune-hemolysis
loose-and | ana-1-80 hemolytic-anemia synovitis-2-joints | 10 | hematologic=4 musculoskeletal=6 | classified | Hemolytic anemia counted without a Coombs test. | any-of:autoimmune-hemolysis hemolysis-without-coombs counted-as:hemolytic-anemia:autoimmune-hemolysis
loose-and | ana-1-80 low-c3 -low-c4 synovitis-2-joints | 10 | musculoskeletal=6 complement-proteins=4 | classified | Only C3 low, yet 4 points. | any-of:low-c3-and-c4
loose-and | ana-1-80 low-c4 -low-c3 malar-rash | 10 | - | classified | Only C4 low, yet 4 points. | any-of:low-c3-and-c4
loose-and | ana-1-80 c3=0.6<0.9 c4=0.2<0.1 malar-rash | 10 | mucocutaneous=6 complement-proteins=4 | classified | Low C3 with normal C4 given 4. | any-of:low-c3-and-c4
count-off | ana-1-80 pericardial-rub -pericarditis-ecg -pericardial-pain malar-rash | 12 | mucocutaneous=6 serosal=6 | classified | One sign taken as acute pericarditis. | count-fewer:acute-pericarditis
count-off | ana-1-80 pericardial-pain low-c3 | 9 | serosal=6 complement-proteins=3 | - | Chest pain alone taken as acute pericarditis. | count-fewer:acute-pericarditis
count-off | ana-1-80 pericarditis-ecg leukopenia | 9 | - | - | One sign taken as acute pericarditis. | count-fewer:acute-pericarditis
count-off | ana-1-80 pericardial-rub pericarditis-ecg leukopenia low-c3 | 6 | hematologic=3 complement-proteins=3 | - | Three signs of pericarditis asked for. | count-more:acute-pericarditis
count-off | ana-1-80 pericardial-pain pericardial-rub malar-rash | 6 | mucocutaneous=6 | not-classified | Three signs of pericarditis asked for. | count-more:acute-pericarditis
near | ana-1-80 bullous-lupus -malar-rash leukopenia | 9 | hematologic=3 mucocutaneous=6 | - | Bullous lupus counted as acute cutaneous lupus. | counted-as:bullous-lupus:acute-cutaneous-lupus
near | ana-1-80 other-chronic-cutaneous-lupus synovitis-2-joints | 10 | mucocutaneous=4 musculoskeletal=6 | classified | Chilblain lupus counted as discoid. | counted-as:other-chronic-cutaneous-lupus:subacute-cutaneous-or-discoid-lupus
near | ana-1-80 pleural-effusion low-c3 | 9 | serosal=6 complement-proteins=3 | - | An effusion given the 6 of acute pericarditis. | counted-as:pleural-effusion:acute-pericarditis
near | ana-1-80 headache malar-rash low-c4 | 11 | neuropsychiatric=2 mucocutaneous=6 complement-proteins=3 | - | Headache given 2 as if it were delirium. | counted-as:headache:delirium
near | ana-1-80 headache synovitis-2-joints | 11 | neuropsychiatric=5 musculoskeletal=6 | classified | Headache given 5 as if it were a seizure. | counted-as:headache:seizure
near | ana-1-80 photosensitivity synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Photosensitivity counted as an acute rash. | photosensitivity-as-rash
near | ana-1-80 photosensitive-lupus-rash synovitis-2-joints | 12 | - | classified | Photosensitive rash counted as acute cutaneous lupus. | photosensitivity-as-rash
near | ana-1-80 ten-variant-lupus -malar-rash fever | 8 | constitutional=2 mucocutaneous=6 | - | TEN-like lupus counted as acute cutaneous lupus. | counted-as:ten-variant-lupus:acute-cutaneous-lupus
near | ana-1-80 nasal-ulcers synovitis-2-joints | 8 | mucocutaneous=2 musculoskeletal=6 | - | Nasal ulcers counted as oral ulcers. | nasal-as-oral
near | ana-1-80 nasal-ulcers thrombocytopenia seizure | 11 | - | classified | Nasal ulcers counted. | nasal-as-oral
near | ana-1-80 lymphopenia-1000 -leukopenia malar-rash | 9 | hematologic=3 mucocutaneous=6 | - | Low lymphocytes counted as leukopenia. | lymphopenia-as-leukopenia
near | ana-1-80 lymphocytes=0.8 white-cells=5.1 synovitis-2-joints | 9 | hematologic=3 musculoskeletal=6 | - | Low lymphocytes counted as leukopenia. | lymphopenia-as-leukopenia
near | ana-1-80 lymphopenia-1500-twice malar-rash | 9 | - | - | Low lymphocytes counted as leukopenia. | lymphopenia-as-leukopenia
near | ana-1-80 pleurisy-over-1-day -pleural-effusion malar-rash | 11 | mucocutaneous=6 serosal=5 | classified | Pleurisy without fluid counted as an effusion. | pleurisy-without-fluid
near | ana-1-80 pleuritic-pain synovitis-2-joints | 11 | musculoskeletal=6 serosal=5 | classified | Pleuritic pain counted as an effusion. | pleurisy-without-fluid
near | ana-1-80 pleural-rub leukopenia | 8 | hematologic=3 serosal=5 | - | A pleural rub counted as an effusion. | pleurisy-without-fluid
near | ana-1-80 arthralgia malar-rash | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Joint pain counted as joint involvement. | joint-pain-as-arthritis
near | ana-1-80 nonerosive-arthritis -synovitis-2-joints -tender-joints-with-stiffness malar-rash | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Tender joints without stiffness counted. | stiffness-not-asked-for
near | ana-1-80 arthralgia leukopenia low-c3 low-c4 | 13 | - | classified | Joint pain counted. | joint-pain-as-arthritis
near | ana-1-80 myalgia malar-rash low-c3 | 15 | mucocutaneous=6 musculoskeletal=6 complement-proteins=3 | - | Muscle pain counted as joint involvement. | counted-as:myalgia:joint-involvement
near | ana-1-80 red-cell-casts malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Urinary casts counted as the renal item. | counted-as:red-cell-casts:proteinuria
near | ana-1-80 other-cellular-casts synovitis-2-joints | 10 | musculoskeletal=6 renal=4 | classified | Granular casts counted as the renal item. | counted-as:other-cellular-casts:proteinuria
near | ana-1-80 proteinuria-persistent malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Proteinuria by dipstick counted. | counted-as:proteinuria-persistent:proteinuria
near | ana-1-80 renal-failure malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Renal failure counted as proteinuria. | renal-function-counted
near | ana-1-80 biopsy-lupus-nephritis -biopsy-class-2-or-5 -biopsy-class-3-or-4 low-c3 | 11 | renal=8 complement-proteins=3 | classified | Nephritis of class I or VI given 8. | counted-as:biopsy-lupus-nephritis:biopsy-class-2-or-5
near | ana-1-80 biopsy-lupus-nephritis -biopsy-class-2-or-5 -biopsy-class-3-or-4 low-c3 | 13 | renal=10 complement-proteins=3 | classified | Nephritis of class I or VI given 10. | counted-as:biopsy-lupus-nephritis:biopsy-class-3-or-4
near | ana-1-80 biopsy-class-2-or-5 | 10 | renal=10 | classified | Class V given the 10 of class III or IV. | counted-as:biopsy-class-2-or-5:biopsy-class-3-or-4 biopsy-classes-swapped
near | ana-1-80 biopsy-class-3-or-4 | 8 | renal=8 | not-classified | Class IV given the 8 of class II or V. | counted-as:biopsy-class-3-or-4:biopsy-class-2-or-5 biopsy-classes-swapped
near | ana-1-80 biopsy-class-3-or-4 fever | 10 | constitutional=2 renal=8 | - | Class IV given the 8 of class II or V. | counted-as:biopsy-class-3-or-4:biopsy-class-2-or-5 biopsy-classes-swapped
near | ana-1-80 low-ch50 malar-rash -low-c3 -low-c4 | 9 | mucocutaneous=6 complement-proteins=3 | - | Low CH50 counted as low complement. | ch50-as-complement
near | ana-1-80 false-positive-rpr malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | A false-positive syphilis test counted. | counted-as:false-positive-rpr:antiphospholipid-antibodies
near | ana-1-80 anti-ro synovitis-2-joints | 12 | musculoskeletal=6 sle-specific-antibodies=6 | classified | Anti-Ro counted as a specific antibody. | anti-ro-counted
near | ana-1-80 anti-rnp malar-rash leukopenia | 15 | hematologic=3 mucocutaneous=6 sle-specific-antibodies=6 | - | Anti-RNP counted as anti-Sm. | anti-ro-counted
near | ana-1-80 anti-la malar-rash | 12 | - | classified | Anti-La counted as a specific antibody. | anti-ro-counted
near | ana-1-80 peripheral-neuropathy malar-rash | 11 | neuropsychiatric=5 mucocutaneous=6 | classified | Neuropathy given the 5 of a seizure. | counted-as:peripheral-neuropathy:seizure
near | ana-1-80 mononeuritis-multiplex synovitis-2-joints | 11 | neuropsychiatric=5 musculoskeletal=6 | classified | Mononeuritis given 5. | counted-as:mononeuritis-multiplex:seizure
near | ana-1-80 myelitis low-c3 | 8 | neuropsychiatric=5 complement-proteins=3 | - | Myelitis given 5. | counted-as:myelitis:seizure
near | ana-1-80 cranial-neuropathy malar-rash | 8 | neuropsychiatric=2 mucocutaneous=6 | - | Cranial neuropathy given 2. | counted-as:cranial-neuropathy:delirium
near | ana-1-80 psychosis leukopenia | 5 | hematologic=3 neuropsychiatric=2 | - | Psychosis given the 2 of delirium. | counted-as:psychosis:delirium
near | ana-1-80 delirium malar-rash | 9 | neuropsychiatric=3 mucocutaneous=6 | - | Delirium given the 3 of psychosis. | counted-as:delirium:psychosis
near | ana-1-80 subacute-cutaneous-lupus leukopenia | 9 | hematologic=3 mucocutaneous=6 | - | Subacute lupus given the 6 of acute. | counted-as:subacute-cutaneous-lupus:acute-cutaneous-lupus
near | ana-1-80 discoid-lupus low-c3 | 9 | mucocutaneous=6 complement-proteins=3 | - | Discoid lupus given the 6 of acute. | counted-as:discoid-lupus:acute-cutaneous-lupus
near | ana-1-80 malar-rash thrombocytopenia | 8 | hematologic=4 mucocutaneous=4 | - | Malar rash given the 4 of subacute lupus. | counted-as:malar-rash:subacute-cutaneous-or-discoid-lupus
near | ana-1-80 thrombosis malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | A clot counted for the antiphospholipid domain. | thrombosis-counted
near | ana-1-80 interstitial-lung-disease synovitis-2-joints | 11 | musculoskeletal=6 serosal=5 | classified | Lung disease counted as serosal. | counted-as:interstitial-lung-disease:pleural-or-pericardial-effusion
near | ana-1-80 leukopenia oral-ulcers | 6 | hematologic=4 mucocutaneous=2 | - | Leukopenia given the 4 of the other blood items. | counted-as:leukopenia:thrombocytopenia counted-as:leukopenia:autoimmune-hemolysis
near | ana-1-80 pericardial-effusion malar-rash | 12 | mucocutaneous=6 serosal=6 | classified | Pericardial effusion given the 6 of pericarditis. | counted-as:pericardial-effusion:acute-pericarditis
near | ana-1-80 acute-pericarditis oral-ulcers | 7 | mucocutaneous=2 serosal=5 | - | Pericarditis given the 5 of an effusion. | counted-as:acute-pericarditis:pleural-or-pericardial-effusion
near | ana-1-80 vasculitis synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Vasculitis of the skin counted as acute rash. | counted-as:vasculitis:acute-cutaneous-lupus
near | ana-1-80 hemolytic-anemia-with-reticulocytosis -direct-coombs malar-rash | 10 | hematologic=4 mucocutaneous=6 | classified | Hemolytic anemia with a negative Coombs test counted. | any-of:autoimmune-hemolysis hemolysis-without-coombs counted-as:hemolytic-anemia-with-reticulocytosis:autoimmune-hemolysis
near | ana-1-80 leg-edema malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Leg edema counted as proteinuria. | counted-as:leg-edema:proteinuria
gate | -ana-1-80 -ana-above-reference malar-rash synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | classified | ANA negative, entry passed over. | entry-skipped
gate | -ana-1-80 malar-rash synovitis-2-joints anti-dsdna-specific | 18 | mucocutaneous=6 musculoskeletal=6 sle-specific-antibodies=6 | classified | Anti-dsDNA taken in place of the ANA. | entry-skipped entry-by:anti-dsdna-specific
gate | -ana-1-80 ana-above-reference malar-rash synovitis-2-joints | 12 | - | classified | A positive ANA below 1:80 taken as entry. | entry-skipped entry-by:ana-above-reference
gate | -ana-1-80 biopsy-class-3-or-4 anti-sm | 16 | - | classified | Entry passed over. | entry-skipped
gate | -ana-1-80 anti-ro subacute-cutaneous-lupus synovitis-2-joints | 10 | mucocutaneous=4 musculoskeletal=6 | classified | Anti-Ro taken in place of the ANA, or entry passed over. | entry-skipped entry-by:anti-ro
gate | ~ana-1-80:drug malar-rash synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | not-classified | An explained ANA taken to close the entry. | entry-attributed
gate | ~ana-1-80:other-disease malar-rash oral-ulcers synovitis-2-joints | 12 | - | not-classified | An explained ANA taken to close the entry. | entry-attributed
ana-points | ana-1-80 malar-rash low-c3 | 11 | - | classified | The ANA given 2 points. | ana-given-points
ana-points | ana-1-80 synovitis-2-joints oral-ulcers | 10 | - | classified | The ANA given 2 points. | ana-given-points
group | ana-1-80 anti-dsdna-specific low-c3 low-c4 -malar-rash | 10 | complement-proteins=4 sle-specific-antibodies=6 | classified | Antibodies and complement alone classified. | no-clinical-criterion
group | ana-1-80 anti-sm low-c3 low-c4 lupus-anticoagulant | 12 | antiphospholipid-antibodies=2 complement-proteins=4 sle-specific-antibodies=6 | classified | No clinical criterion, classified all the same. | no-clinical-criterion
group | ana-1-80 anti-dsdna-specific anticardiolipin-medium-high low-c3 low-c4 ~fever:infection | 12 | - | classified | No clinical criterion counts, classified all the same. | no-clinical-criterion
threshold | ana-1-80 malar-rash low-c3 low-c4 | 10 | mucocutaneous=6 complement-proteins=4 | not-classified | More than 10 points asked for. | more-than-ten
threshold | ana-1-80 biopsy-class-3-or-4 | 10 | renal=10 | not-classified | More than 10 points asked for. | more-than-ten
threshold | ana-1-80 synovitis-2-joints low-c4 -low-c3 | 9 | musculoskeletal=6 complement-proteins=3 | classified | 9 points taken as enough. | threshold-lower
blind | ana-1-80 ~fever:infection malar-rash | 8 | constitutional=2 mucocutaneous=6 | - | Fever of an infection counted. | attribution-ignored explained-counted:fever
blind | ana-1-80 ~thrombocytopenia:drug synovitis-2-joints | 10 | hematologic=4 musculoskeletal=6 | classified | Platelets explained by a drug counted. | attribution-ignored explained-counted:thrombocytopenia
blind | ana-1-80 ~synovitis-2-joints:other-disease low-c4 anti-sm | 15 | musculoskeletal=6 complement-proteins=3 sle-specific-antibodies=6 | classified | Joints of rheumatoid arthritis counted. | attribution-ignored explained-counted:synovitis-2-joints
blind | ana-1-80 ~oral-ulcers:infection synovitis-2-joints leukopenia | 11 | - | classified | Herpes counted as oral ulcers. | attribution-ignored explained-counted:oral-ulcers
blind | ana-1-80 ~pleural-effusion:other-disease malar-rash | 11 | mucocutaneous=6 serosal=5 | classified | Effusion of heart failure counted. | attribution-ignored explained-counted:pleural-effusion
blind | ana-1-80 ~proteinuria:other-disease malar-rash low-c3 | 13 | - | classified | Diabetic proteinuria counted. | attribution-ignored explained-counted:proteinuria
blind | ana-1-80 ~seizure:metabolic synovitis-2-joints | 11 | neuropsychiatric=5 musculoskeletal=6 | classified | Seizure of hyponatremia counted. | attribution-ignored explained-counted:seizure
blind | ana-1-80 ~psychosis:drug malar-rash | 9 | - | - | Steroid psychosis counted. | attribution-ignored explained-counted:psychosis
blind | ana-1-80 ~low-c4:other-disease malar-rash | 9 | mucocutaneous=6 complement-proteins=3 | - | Hereditary C4 deficiency counted. | attribution-ignored explained-counted:low-c4
blind | ana-1-80 ~malar-rash:other-disease synovitis-2-joints | 12 | - | classified | Rosacea counted as malar rash. | attribution-ignored explained-counted:malar-rash
blind | ana-1-80 pericarditis-ecg ~pericardial-rub:metabolic leukopenia | 9 | hematologic=3 serosal=6 | - | A rub explained by uremia used to reach two signs. | attribution-ignored explained-counted:pericardial-rub
blind | ana-1-80 ~leukopenia:drug thrombocytopenia malar-rash | 13 | hematologic=7 mucocutaneous=6 | - | Explained leukopenia counted and added. | attribution-ignored+blood-counts-added blood-counts-added+explained-counted:leukopenia
blind | ana-1-80 ~discoid-lupus:other-disease ~fever:infection synovitis-2-joints low-c3 | 15 | constitutional=2 mucocutaneous=4 musculoskeletal=6 complement-proteins=3 | classified | Nothing taken out although two findings are explained. | attribution-ignored
timid | ana-1-80 malar-rash fever | 6 | mucocutaneous=6 | - | Fever put down to an infection nobody found. | not-counted:fever
timid | ana-1-80 malar-rash synovitis-2-joints | 6 | mucocutaneous=6 | not-classified | Joints put down to something else. | not-counted:synovitis-2-joints
timid | ana-1-80 malar-rash oral-ulcers low-c3 low-c4 | 6 | mucocutaneous=2 complement-proteins=4 | not-classified | The rash put down to something else, ulcers counted. | not-counted:malar-rash take-lighter:mucocutaneous:oral-ulcers
timid | ana-1-80 thrombocytopenia synovitis-2-joints | 6 | musculoskeletal=6 | not-classified | Low platelets put down to something else or overlooked. | not-counted:thrombocytopenia
timid | ana-1-80 proteinuria malar-rash | 6 | mucocutaneous=6 | not-classified | Proteinuria overlooked. | not-counted:proteinuria
timid | ana-1-80 leukopenia malar-rash low-c3 | 9 | - | - | Leukopenia overlooked. | not-counted:leukopenia
timid | ana-1-80 biopsy-class-3-or-4 proteinuria anti-sm | 10 | renal=4 sle-specific-antibodies=6 | - | The biopsy overlooked. | not-counted:biopsy-class-3-or-4 take-lighter:renal:proteinuria
timid | ana-1-80 anti-sm malar-rash fever | 8 | constitutional=2 mucocutaneous=6 | - | Anti-Sm overlooked. | not-counted:anti-sm
timid | ana-1-80 pleural-effusion seizure fever | 7 | constitutional=2 neuropsychiatric=5 | - | Effusion overlooked or explained away. | not-counted:pleural-effusion
timid | ana-1-80 lupus-anticoagulant synovitis-2-joints low-c3 | 9 | - | - | Antiphospholipid antibody overlooked. | not-counted:lupus-anticoagulant
latest | ana-1-80 white-cells=3.1@2023-01-10 white-cells=5.2@2024-01-10 malar-rash | 6 | mucocutaneous=6 | - | The latest count taken: normal now. | latest-value-only
latest | ana-1-80 platelets=60@2023-01-10 platelets=210@2024-01-10 synovitis-2-joints | 6 | musculoskeletal=6 | not-classified | The latest count taken: normal now. | latest-value-only
latest | ana-1-80 urine-protein-24h=1.4@2022-05-01 urine-protein-24h=0.1@2024-05-01 malar-rash | 6 | - | - | Protein normal after treatment. | latest-value-only
latest | ana-titer=320@2020-01-01 ana-titer=40@2024-01-01 malar-rash synovitis-2-joints | 12 | - | not-classified | The ANA is negative now, so the entry is taken as not met. | latest-value-only
weights | ana-1-80 seizure malar-rash | 10 | neuropsychiatric=4 mucocutaneous=6 | - | Seizure given 4. | seizure-four
weights | ana-1-80 low-c3 low-c4 malar-rash leukopenia | 12 | hematologic=3 mucocutaneous=6 complement-proteins=3 | - | Low C3 and C4 given 3. | both-complements-three
pair | ana-1-80 leukopenia thrombocytopenia malar-rash oral-ulcers | 15 | hematologic=7 mucocutaneous=8 | - | Added in two domains. | add-within:mucocutaneous+blood-counts-added added-within-a-domain
pair | ana-1-80 malar-rash oral-ulcers ~fever:infection | 10 | constitutional=2 mucocutaneous=8 | classified | Added, and the explained fever counted. | add-within:mucocutaneous+attribution-ignored add-within:mucocutaneous+explained-counted:fever
pair | ana-1-80 white-cells=4.0 platelets=100 malar-rash | 13 | hematologic=7 mucocutaneous=6 | - | Both limits taken as included and both added. | blood-counts-added+limit-equal:every-test
pair | ana-1-80 temperature=38.3 platelets=100 synovitis-2-joints | 12 | constitutional=2 hematologic=4 musculoskeletal=6 | - | Both limits taken as included. | limit-equal:every-test limit-equal:platelets+limit-equal:temperature
pair | ana-1-80 nasal-ulcers lymphopenia-1000 synovitis-2-joints | 11 | hematologic=3 mucocutaneous=2 musculoskeletal=6 | classified | Nasal ulcers and lymphocytes both counted. | lymphopenia-as-leukopenia+nasal-as-oral
pair | ana-1-80 biopsy-class-2-or-5 proteinuria low-c3 low-c4 | 19 | renal=12 complement-proteins=7 | - | Added in both domains. | add-within:complement-proteins+renal-items-added
pair | ana-1-80 arthralgia pleuritic-pain | 11 | musculoskeletal=6 serosal=5 | classified | Joint pain and pleuritic pain both counted. | joint-pain-as-arthritis+pleurisy-without-fluid
pair | ana-1-80 anti-dsdna anti-sm leukopenia thrombocytopenia | 16 | hematologic=4 sle-specific-antibodies=12 | - | Any anti-dsDNA counted, and added to anti-Sm. | add-within:sle-specific-antibodies+any-anti-dsdna
pair | -ana-1-80 malar-rash oral-ulcers leukopenia | 11 | hematologic=3 mucocutaneous=8 | classified | Added, and the entry passed over. | add-within:mucocutaneous+entry-skipped
pair | ana-1-80 photosensitivity arthralgia | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Photosensitivity and joint pain both counted. | joint-pain-as-arthritis+photosensitivity-as-rash
adder | ana-1-80 malar-rash oral-ulcers arthralgia leukopenia low-c3 anti-ro | 14 | - | - | Rash and ulcers added. | add-within:mucocutaneous
near | ana-1-80 malar-rash oral-ulcers arthralgia leukopenia low-c3 anti-ro | 18 | - | - | Joint pain counted. | joint-pain-as-arthritis
adder | ana-1-80 white-cells=3.4 platelets=88 temperature=38.9 synovitis-2-joints nasal-ulcers proteinuria-persistent | 15 | - | - | Both counts added. | blood-counts-added
near | ana-1-80 white-cells=3.4 platelets=88 temperature=38.9 synovitis-2-joints nasal-ulcers proteinuria-persistent | 16 | constitutional=2 hematologic=4 musculoskeletal=6 renal=4 | - | Dipstick proteinuria counted. | counted-as:proteinuria-persistent:proteinuria
near | ana-1-80 white-cells=3.4 platelets=88 temperature=38.9 synovitis-2-joints nasal-ulcers proteinuria-persistent | 14 | - | - | Nasal ulcers counted. | nasal-as-oral
adder | ana-1-80 biopsy-class-2-or-5 urine-protein-24h=2.3 c3=0.6<0.9 c4=0.2<0.1 leukopenia malar-rash | 24 | - | - | Class V and proteinuria added. | renal-items-added
loose-and | ana-1-80 biopsy-class-2-or-5 urine-protein-24h=2.3 c3=0.6<0.9 c4=0.2<0.1 leukopenia malar-rash | 21 | - | - | Only C3 low, yet 4 points. | any-of:low-c3-and-c4
lighter | ana-1-80 biopsy-class-2-or-5 urine-protein-24h=2.3 c3=0.6<0.9 c4=0.2<0.1 leukopenia malar-rash | 16 | - | - | Proteinuria taken in place of class V. | take-lighter:renal:proteinuria
blind | ana-1-80 ~fever:infection oral-ulcers non-scarring-alopecia thrombocytopenia lupus-anticoagulant anti-beta2gp1 | 10 | constitutional=2 hematologic=4 mucocutaneous=2 antiphospholipid-antibodies=2 | classified | Fever of an infection counted. | attribution-ignored explained-counted:fever
adder | ana-1-80 ~fever:infection oral-ulcers non-scarring-alopecia thrombocytopenia lupus-anticoagulant anti-beta2gp1 | 10 | hematologic=4 mucocutaneous=4 antiphospholipid-antibodies=2 | classified | Ulcers and hair loss added. | add-within:mucocutaneous
adder | ana-1-80 ~fever:infection oral-ulcers non-scarring-alopecia thrombocytopenia lupus-anticoagulant anti-beta2gp1 | 10 | hematologic=4 mucocutaneous=2 antiphospholipid-antibodies=4 | classified | Two antibodies counted. | add-within:antiphospholipid-antibodies
wrong-limit | ana-1-80 seizure headache ~psychosis:drug anti-dsdna low-c4 | 14 | neuropsychiatric=5 complement-proteins=3 sle-specific-antibodies=6 | classified | Any anti-dsDNA counted. | any-anti-dsdna
pair | ana-1-80 seizure headache ~psychosis:drug anti-dsdna low-c4 | 11 | neuropsychiatric=8 complement-proteins=3 | classified | Steroid psychosis counted and added. | add-within:neuropsychiatric+attribution-ignored add-within:neuropsychiatric+explained-counted:psychosis
pair | ana-1-80 seizure headache ~psychosis:drug anti-dsdna low-c4 | 10 | neuropsychiatric=7 complement-proteins=3 | classified | Headache counted as 2 and added to the seizure. | add-within:neuropsychiatric+counted-as:headache:delirium
near | ana-1-80 pleurisy-over-1-day pericardial-effusion pericardial-rub leukopenia lymphopenia-1000 | 9 | hematologic=3 serosal=6 | - | A rub and an effusion that is not said to be new taken as pericarditis. | count-fewer:acute-pericarditis counted-as:pericardial-effusion:acute-pericarditis
near | ana-1-80 discoid-lupus non-scarring-alopecia raynaud synovitis-2-joints renal-failure low-ch50 -low-c3 -low-c4 | 13 | - | - | Low CH50 counted. | ch50-as-complement
near | ana-1-80 discoid-lupus non-scarring-alopecia raynaud synovitis-2-joints renal-failure low-ch50 -low-c3 -low-c4 | 14 | - | - | Renal failure counted. | renal-function-counted
adder | ana-1-80 discoid-lupus non-scarring-alopecia raynaud synovitis-2-joints renal-failure low-ch50 -low-c3 -low-c4 | 12 | - | - | Discoid lupus and hair loss added. | add-within:mucocutaneous
lighter | ana-1-80 discoid-lupus non-scarring-alopecia raynaud synovitis-2-joints renal-failure low-ch50 -low-c3 -low-c4 | 8 | mucocutaneous=2 musculoskeletal=6 | not-classified | Hair loss taken in place of discoid lupus. | take-lighter:mucocutaneous:non-scarring-alopecia
edge | ana-1-80 temperature=38.3 white-cells=4.0 platelets=100 malar-rash low-c3 | 15 | constitutional=2 hematologic=4 mucocutaneous=6 complement-proteins=3 | classified | Every limit counted in. | limit-equal:every-test
edge | ana-1-80 temperature=38.3 white-cells=4.0 platelets=100 malar-rash low-c3 | 13 | - | - | Platelets of exactly 100 counted. | limit-equal:platelets
edge | ana-1-80 temperature=38.3 white-cells=4.0 platelets=100 malar-rash low-c3 | 12 | - | - | White cells of exactly 4.0 counted. | limit-equal:white-cells
gate | -ana-1-80 ana-above-reference synovitis-2-joints malar-rash low-c3 low-c4 | 16 | - | classified | An ANA below 1:80 taken as entry. | entry-skipped entry-by:ana-above-reference
group | ana-1-80 anti-sm anti-dsdna-specific low-c3 low-c4 lupus-anticoagulant raynaud anti-ro arthralgia | 12 | - | classified | No clinical criterion, classified all the same. | no-clinical-criterion
adder | ana-1-80 anti-sm anti-dsdna-specific low-c3 low-c4 lupus-anticoagulant raynaud anti-ro arthralgia | 18 | - | not-classified | Two specific antibodies counted. | add-within:sle-specific-antibodies
near | ana-1-80 anti-sm anti-dsdna-specific low-c3 low-c4 lupus-anticoagulant raynaud anti-ro arthralgia | 18 | - | classified | Joint pain counted. | joint-pain-as-arthritis
wrong-limit | ana-1-80 anticardiolipin-igg=38>20 anti-dsdna=44>30:elisa oral-ulcers leukopenia | 7 | - | - | Low titer anticardiolipin counted. | low-anticardiolipin-counted limit-at:anticardiolipin-igg:20
wrong-limit | ana-1-80 anticardiolipin-igg=38>20 anti-dsdna=44>30:elisa oral-ulcers leukopenia | 11 | - | classified | A plain ELISA counted. | any-anti-dsdna
wrong-limit | ana-1-80 swollen-joints=1 malar-rash thrombocytopenia arthralgia | 16 | - | - | One swollen joint, or joint pain, counted. | joint-pain-as-arthritis
adder | ana-1-80 acute-pericarditis pleural-effusion fever low-c4 | 16 | - | - | Pericarditis and effusion added. | add-within:serosal
lighter | ana-1-80 acute-pericarditis pleural-effusion fever low-c4 | 10 | - | - | Effusion taken in place of pericarditis. | take-lighter:serosal:pleural-or-pericardial-effusion
timid | ana-1-80 acute-pericarditis pleural-effusion fever low-c4 | 9 | - | - | Fever overlooked. | not-counted:fever
near | ana-1-80 biopsy-lupus-nephritis low-c3 low-c4 anti-dsdna-specific | 18 | - | classified | Nephritis of an unknown class given 8. | counted-as:biopsy-lupus-nephritis:biopsy-class-2-or-5
wrong-limit | ana-1-80 platelets=130 white-cells=3.9 oral-ulcers arthralgia | 6 | - | - | Platelets below 150 counted. | low-platelets-at-150
latest | ana-1-80 white-cells=3.2@2021-03-01 white-cells=6.0@2024-03-01 malar-rash low-c3 | 9 | - | - | The latest count taken. | latest-value-only
other-set | ana-1-80 anti-dsdna-specific lupus-anticoagulant malar-rash | 12 | mucocutaneous=6 sle-specific-antibodies=6 | - | Anti-dsDNA and the lupus anticoagulant taken as one immunologic item, as in ACR 1997 and SLERPI. | shared:acr-1997:immunologic-disorder
other-set | ana-1-80 malar-rash low-c3 low-c4 | 7 | mucocutaneous=3 complement-proteins=4 | - | The malar rash given SLERPI's 3. | weight-of:slerpi:acute-cutaneous-lupus:3
other-set | ana-1-80 proteinuria synovitis-2-joints | 10.5 | - | classified | Proteinuria given SLERPI's 4.5. | weight-of:slerpi:proteinuria:4.5
other-set | ana-1-80 malar-rash thrombocytopenia low-c3 low-c4 | 9.5 | mucocutaneous=3 hematologic=4.5 complement-proteins=2 | - | All weights taken from SLERPI. | weights-of:slerpi
other-set | ana-1-80 malar-rash thrombocytopenia synovitis-2-joints low-c3 | 4 | mucocutaneous=1 hematologic=1 musculoskeletal=1 complement-proteins=1 | - | Every item counted as one, as in SLICC. | weights-of:counting
other-set | ana-1-80 white-cells=2.4 malar-rash | 6 | mucocutaneous=6 | - | Two low counts asked for, as in ACR 1997. | limit-of:leukopenia:leukopenia-twice
other-set | ana-1-80 anti-dsdna=45>20:elisa malar-rash | 12 | mucocutaneous=6 sle-specific-antibodies=6 | classified | An ELISA above twice the limit counted, as in SLICC. | any-anti-dsdna limit-of:anti-dsdna-specific:anti-dsdna-slicc
converted | ana-1-80 urine-protein-creatinine-ratio=53[mg/mmol] malar-rash | 6 | mucocutaneous=6 | - | 500 mg/g converted exactly to 56.6 mg/mmol. | convert:urine-protein-creatinine-ratio
converted | ana-1-80 urine-protein-creatinine-ratio=55[mg/mmol] synovitis-2-joints low-c3 | 9 | - | not-classified | 55 mg/mmol taken as below 0.5 g/g. | convert:urine-protein-creatinine-ratio
gate | -ana-1-80 malar-rash synovitis-2-joints | 0 | - | not-classified | Without the ANA nothing was scored. | points-if-entered
gate | -ana-1-80 thrombocytopenia low-c3 low-c4 anti-sm | 0 | - | - | Scoring stopped at the ANA. | points-if-entered
gate | -ana-1-80 malar-rash fever | 0 | - | - | Nothing counted, since the ANA is negative. | points-if-entered
ana-points | ana-1-80 malar-rash low-c3 low-c4 | 12 | mucocutaneous=6 complement-proteins=4 | classified | Two points more for the ANA, for which the form has no line. | ana-given-points
slip | ana-1-80 malar-rash fever | 14 | mucocutaneous=12 constitutional=2 | classified | The rash written down twice. | counted-twice:mucocutaneous
slip | ana-1-80 malar-rash synovitis-2-joints low-c3 | 13 | mucocutaneous=6 musculoskeletal=6 complement-proteins=3 | classified | 6 + 6 + 3 added up to 13. | sum-wrong
slip | ana-1-80 thrombocytopenia synovitis-2-joints low-c3 low-c4 | 24 | hematologic=4 musculoskeletal=6 complement-proteins=4 | classified | 4 + 6 + 4 added up to 24: one ten too many. | sum-wrong
slip | ana-1-80 leukopenia thrombocytopenia malar-rash | 12 | hematologic=7 mucocutaneous=6 | classified | Blood counts added, and 7 + 6 added up to 12. | blood-counts-added+sum-wrong
`,
  "slicc-2012": `
adder | ana-1-80 leukopenia lymphopenia-1000 oral-ulcers | 4 | - | - | White cells and lymphocytes counted as a criterion each. | leukopenia-and-lymphopenia-apart
adder | ana-1-80 oral-ulcers nasal-ulcers | 3 | - | - | Mouth and nose counted separately. | add-within:oral-or-nasal-ulcers add-within:oral-or-nasal-ulcers:each
adder | ana-1-80 malar-rash subacute-cutaneous-lupus | 3 | - | - | Malar and subacute rash counted as two. | skin-counted-apart
adder | ana-1-80 malar-rash photosensitive-lupus-rash subacute-cutaneous-lupus | 4 | - | classified | Malar rash, photosensitivity and subacute rash counted as three. | skin-counted-apart
adder | ana-1-80 malar-rash photosensitive-lupus-rash synovitis-2-joints | 4 | - | - | Malar and photosensitive rash counted as two. | skin-counted-apart
adder | ana-1-80 discoid-lupus other-chronic-cutaneous-lupus | 3 | - | - | Two chronic lesions counted as two. | add-within:chronic-cutaneous add-within:chronic-cutaneous:each
adder | ana-1-80 low-c3 low-c4 malar-rash | 4 | - | - | C3 and C4 counted as a criterion each. | complements-counted-apart
adder | ana-1-80 low-c3 low-c4 low-ch50 | 4 | - | - | Three complement results counted as three. | complements-counted-apart
adder | ana-1-80 lupus-anticoagulant anti-beta2gp1 leukopenia | 4 | - | - | Two antiphospholipid antibodies counted as two. | add-within:antiphospholipid-antibodies add-within:antiphospholipid-antibodies:each
adder | ana-1-80 seizure psychosis | 3 | - | - | Seizure and psychosis counted as two. | add-within:neurologic add-within:neurologic:each
adder | ana-1-80 proteinuria-500 red-cell-casts leukopenia | 4 | - | - | Protein and casts counted as two. | add-within:renal
adder | ana-1-80 pleural-effusion pericardial-effusion | 3 | - | - | Two effusions counted as two. | add-within:serositis add-within:serositis:each
adder | ana-1-80 synovitis-2-joints tender-joints-with-stiffness leukopenia | 4 | - | - | Swollen and tender joints counted as two. | add-within:synovitis add-within:synovitis:each
adder | ana-1-80 mononeuritis-multiplex cranial-neuropathy low-c3 | 4 | - | - | Two nerve lesions counted as two. | add-within:neurologic add-within:neurologic:each
adder | ana-1-80 leukopenia lymphopenia-1000 thrombocytopenia | 4 | ana=1 leukopenia-or-lymphopenia=2 thrombocytopenia=1 | - | White cells and lymphocytes counted as a criterion each. | leukopenia-and-lymphopenia-apart
adder | ana-1-80 malar-rash discoid-lupus low-c3 low-c4 | 5 | ana=1 acute-or-subacute-cutaneous=1 chronic-cutaneous=1 low-complement=2 | - | C3 and C4 counted as a criterion each. | complements-counted-apart
coombs | ana-1-80 hemolytic-anemia direct-coombs leukopenia | 4 | - | - | Coombs counted beside the hemolytic anemia. | coombs-with-anemia
coombs | ana-1-80 hemolytic-anemia direct-coombs | 3 | ana=1 hemolytic-anemia=1 direct-coombs=1 | - | Coombs counted beside the hemolytic anemia. | coombs-with-anemia
coombs | ana-1-80 hemolytic-anemia direct-coombs malar-rash oral-ulcers | 5 | - | classified | Coombs counted beside the hemolytic anemia. | coombs-with-anemia
edge | ana-1-80 white-cells=4.0 oral-ulcers | 3 | - | - | Exactly 4.0 counted. | limit-equal:white-cells
edge | ana-1-80 lymphocytes=1.0 white-cells=6 malar-rash | 3 | - | - | Exactly 1.0 counted. | limit-equal:lymphocytes
edge | ana-1-80 platelets=100 synovitis-2-joints malar-rash | 4 | - | classified | Exactly 100 counted. | limit-equal:platelets
edge | ana-1-80 urine-protein-24h=0.5 malar-rash | 2 | - | - | Exactly 500 mg not counted: read as more than. | limit-equal:urine-protein-24h
edge | ana-1-80 urine-protein-creatinine-ratio=500 malar-rash low-c3 | 3 | - | not-classified | Exactly 500 mg/g not counted. | limit-equal:urine-protein-creatinine-ratio
edge | ana-1-80 anti-dsdna=30>15:elisa malar-rash | 3 | - | - | Exactly twice the limit counted. | limit-equal:anti-dsdna
edge | ana-1-80 anticardiolipin-igg=40 leukopenia | 3 | - | - | Exactly 40 counted. | limit-equal:anticardiolipin-igg
wrong-limit | ana-1-80 lymphocytes=1.3 white-cells=6 malar-rash | 3 | - | - | Lymphocytes below 1.5 counted, as in ACR. | limit-at:lymphocytes:1.5
wrong-limit | ana-1-80 anti-dsdna=22>15:elisa malar-rash oral-ulcers | 4 | - | classified | ELISA above the limit counted, not twice the limit. | any-anti-dsdna
wrong-limit | ana-1-80 anti-dsdna -anti-dsdna-slicc leukopenia synovitis-2-joints | 4 | - | classified | Any positive anti-dsDNA counted. | any-anti-dsdna
wrong-limit | ana-1-80 anticardiolipin-igg=24>20 synovitis-2-joints leukopenia | 4 | - | classified | Low titer anticardiolipin counted. | low-anticardiolipin-counted limit-at:anticardiolipin-igg:20
wrong-limit | ana-1-80 platelets=130 leukopenia | 3 | - | - | Platelets below 150 counted. | low-platelets-at-150
wrong-limit | ana-1-80 anticardiolipin-igg-igm-abnormal -anticardiolipin-medium-high malar-rash | 3 | - | - | Any abnormal anticardiolipin counted. | low-anticardiolipin-counted
wrong-limit | ana-1-80 urine-protein-24h=0.3 malar-rash oral-ulcers | 4 | - | classified | Any raised protein counted. | limit-at:urine-protein-24h:0.15 limit-at:urine-protein-24h:0.3
near | ana-1-80 photosensitivity oral-ulcers leukopenia | 4 | - | classified | Photosensitivity told by the patient counted as a lupus rash. | told-rash-as-lupus-rash
near | ana-1-80 pleuritic-pain -pleurisy-over-1-day synovitis-2-joints | 3 | - | - | Pleuritic pain of a few hours counted. | counted-as:pleuritic-pain:serositis
near | ana-1-80 pericardial-pain leukopenia | 3 | - | - | Pericardial pain of a few hours counted. | counted-as:pericardial-pain:serositis
near | ana-1-80 arthralgia malar-rash low-c3 | 4 | - | classified | Joint pain counted as synovitis. | joint-pain-as-arthritis
near | ana-1-80 nonerosive-arthritis -synovitis-2-joints -tender-joints-with-stiffness malar-rash | 3 | - | - | Tender joints without stiffness counted. | stiffness-not-asked-for
near | ana-1-80 other-cellular-casts malar-rash leukopenia | 4 | - | classified | Granular casts counted as red cell casts. | counted-as:other-cellular-casts:renal
near | ana-1-80 hemolysis -hemolytic-anemia leukopenia | 3 | - | - | Hemolysis without anemia counted. | counted-as:hemolysis:hemolytic-anemia
near | ana-1-80 anti-rnp malar-rash leukopenia | 4 | - | classified | Anti-RNP counted as anti-Sm. | anti-ro-counted
near | ana-1-80 anti-ro subacute-cutaneous-lupus synovitis-2-joints | 4 | - | classified | Anti-Ro counted as an antibody of the list. | anti-ro-counted
near | ana-1-80 headache malar-rash low-c3 | 4 | - | classified | Headache counted as neurologic. | counted-as:headache:neurologic
near | ana-1-80 renal-failure leukopenia | 3 | - | - | Renal failure counted as renal. | renal-function-counted
near | ana-1-80 biopsy-lupus-nephritis malar-rash | 3 | - | - | The biopsy counted as the renal criterion. | counted-as:biopsy-lupus-nephritis:renal
near | ana-1-80 biopsy-class-3-or-4 leukopenia | 3 | - | - | The biopsy counted as the renal criterion. | counted-as:biopsy-class-3-or-4:renal
near | ana-1-80 leukopenia raynaud malar-rash | 4 | - | - | Raynaud phenomenon counted. | *counted-as:raynaud:
route | ana-1-80 biopsy-lupus-nephritis | 1 | - | not-classified | The biopsy route passed over. | biopsy-route-forgotten
route | ana-1-80 biopsy-class-3-or-4 low-c3 | 2 | - | not-classified | The biopsy route passed over. | biopsy-route-forgotten
route | -ana-1-80 -ana-above-reference anti-dsdna-slicc biopsy-lupus-nephritis | 1 | - | not-classified | The biopsy route passed over. | biopsy-route-forgotten
route | ana-1-80 proteinuria-500 -biopsy-lupus-nephritis | 2 | - | classified | Proteinuria taken for biopsy-proven nephritis. | proteinuria-as-biopsy
route | -ana-1-80 -ana-above-reference -anti-dsdna anti-sm biopsy-lupus-nephritis | 1 | - | classified | Anti-Sm taken as the antibody of the biopsy route, or no antibody asked for. | route-by:anti-sm:anti-dsdna-slicc any-of:route
route | -ana-1-80 -ana-above-reference -anti-dsdna biopsy-lupus-nephritis low-c3 | 1 | - | classified | The biopsy alone taken as enough. | any-of:route
group | -ana-1-80 -ana-above-reference malar-rash oral-ulcers synovitis-2-joints leukopenia | 4 | - | classified | No immunologic criterion, classified all the same. | no-immunologic-criterion
group | ana-1-80 anti-sm low-c3 lupus-anticoagulant | 4 | - | classified | No clinical criterion, classified all the same. | no-clinical-criterion
group | ana-1-80 anti-dsdna-slicc anti-sm low-c4 ~leukopenia:drug | 4 | - | classified | No clinical criterion counts, classified all the same. | no-clinical-criterion
gate | -ana-1-80 ana-above-reference malar-rash oral-ulcers leukopenia | 3 | - | not-classified | 1:80 asked for, which SLICC does not. | titer-asked-for ana-negative-stops
gate | -ana-1-80 -ana-above-reference malar-rash oral-ulcers leukopenia anti-sm | 4 | - | not-classified | A positive ANA taken as an entry. | ana-negative-stops
threshold | ana-1-80 malar-rash oral-ulcers low-c3 | 4 | - | not-classified | More than four asked for. | more-than-four
threshold | ana-1-80 malar-rash low-c3 | 3 | - | classified | Three taken as enough. | threshold-lower
blind | ana-1-80 ~oral-ulcers:infection malar-rash leukopenia | 4 | - | classified | Ulcers of herpes counted. | attribution-ignored explained-counted:oral-ulcers
blind | ana-1-80 ~leukopenia:drug malar-rash | 3 | - | - | Drug-induced low count counted. | attribution-ignored explained-counted:leukopenia
blind | ana-1-80 ~thrombocytopenia:drug synovitis-2-joints | 3 | - | - | Heparin thrombocytopenia counted. | attribution-ignored explained-counted:thrombocytopenia
blind | ana-1-80 ~pleural-effusion:infection malar-rash low-c3 | 4 | - | classified | Effusion of pneumonia counted. | attribution-ignored explained-counted:pleural-effusion
blind | ana-1-80 ~peripheral-neuropathy:other-disease malar-rash | 3 | - | - | Diabetic neuropathy counted. | attribution-ignored explained-counted:peripheral-neuropathy
timid | ana-1-80 ~synovitis-2-joints:other-disease malar-rash low-c3 | 3 | - | not-classified | Explained synovitis left out, though the item prints no exclusion. | attribution-everywhere explained-left-out:synovitis-2-joints
timid | ana-1-80 ~seizure:drug malar-rash low-c3 | 3 | - | not-classified | Explained seizure left out, though the item prints no exclusion. | attribution-everywhere explained-left-out:seizure
timid | ana-1-80 ~proteinuria-500:other-disease leukopenia | 2 | - | - | Diabetic proteinuria left out, though the item prints no exclusion. | attribution-everywhere explained-left-out:proteinuria-500
timid | ana-1-80 malar-rash oral-ulcers low-c3 | 3 | - | not-classified | One criterion overlooked. | *not-counted:
timid | malar-rash oral-ulcers low-c3 ana-1-80 leukopenia | 4 | ana=1 acute-or-subacute-cutaneous=1 low-complement=1 leukopenia-or-lymphopenia=1 | - | Ulcers overlooked. | not-counted:oral-ulcers
missing | ana-1-80 malar-rash low-c3 oral-ulcers | 3 | acute-or-subacute-cutaneous=1 low-complement=1 oral-or-nasal-ulcers=1 | not-classified | The ANA not counted as a criterion. | not-counted:ana-above-reference
latest | ana-1-80 platelets=60@2022-01-01 platelets=220@2024-01-01 malar-rash | 2 | - | - | The latest count taken. | latest-value-only
pair | ana-1-80 leukopenia lymphopenia-1000 low-c3 low-c4 | 5 | - | classified | Two counts and two complements, each counted. | complements-counted-apart+leukopenia-and-lymphopenia-apart
pair | ana-1-80 hemolytic-anemia direct-coombs low-c3 low-c4 | 5 | - | - | Coombs beside the anemia, and two complements. | complements-counted-apart+coombs-with-anemia
pair | ana-1-80 photosensitivity arthralgia leukopenia | 4 | - | classified | Photosensitivity and joint pain counted. | joint-pain-as-arthritis+told-rash-as-lupus-rash
pair | ana-1-80 ~oral-ulcers:infection ~leukopenia:drug malar-rash | 4 | - | classified | Both explained findings counted. | attribution-ignored
adder | ana-1-80 malar-rash oral-ulcers nasal-ulcers arthralgia leukopenia lymphopenia-1000 low-c3 low-c4 | 6 | acute-or-subacute-cutaneous=1 oral-or-nasal-ulcers=1 leukopenia-or-lymphopenia=2 ana=1 low-complement=1 | - | White cells and lymphocytes counted as two. | leukopenia-and-lymphopenia-apart
adder | ana-1-80 malar-rash oral-ulcers nasal-ulcers arthralgia leukopenia lymphopenia-1000 low-c3 low-c4 | 6 | acute-or-subacute-cutaneous=1 oral-or-nasal-ulcers=1 leukopenia-or-lymphopenia=1 ana=1 low-complement=2 | - | C3 and C4 counted as two. | complements-counted-apart
adder | ana-1-80 malar-rash oral-ulcers nasal-ulcers arthralgia leukopenia lymphopenia-1000 low-c3 low-c4 | 6 | acute-or-subacute-cutaneous=1 oral-or-nasal-ulcers=2 leukopenia-or-lymphopenia=1 ana=1 low-complement=1 | - | Mouth and nose counted as two. | add-within:oral-or-nasal-ulcers
near | ana-1-80 malar-rash oral-ulcers nasal-ulcers arthralgia leukopenia lymphopenia-1000 low-c3 low-c4 | 6 | acute-or-subacute-cutaneous=1 oral-or-nasal-ulcers=1 synovitis=1 leukopenia-or-lymphopenia=1 ana=1 low-complement=1 | - | Joint pain counted. | joint-pain-as-arthritis
route | ana-1-80 hemolytic-anemia direct-coombs thrombocytopenia anti-dsdna=25>20:elisa biopsy-lupus-nephritis | 3 | - | not-classified | The biopsy route passed over. | biopsy-route-forgotten
coombs | ana-1-80 hemolytic-anemia direct-coombs thrombocytopenia anti-dsdna=25>20:elisa biopsy-lupus-nephritis | 4 | hemolytic-anemia=1 direct-coombs=1 thrombocytopenia=1 ana=1 | - | Coombs counted beside the anemia. | coombs-with-anemia
wrong-limit | ana-1-80 hemolytic-anemia direct-coombs thrombocytopenia anti-dsdna=25>20:elisa biopsy-lupus-nephritis | 4 | hemolytic-anemia=1 thrombocytopenia=1 ana=1 anti-dsdna=1 | - | ELISA above the limit counted, not twice the limit. | any-anti-dsdna
blind | ana-1-80 ~oral-ulcers:infection non-scarring-alopecia pleuritic-pain -pleurisy-over-1-day anti-sm | 4 | oral-or-nasal-ulcers=1 non-scarring-alopecia=1 ana=1 anti-sm=1 | classified | Ulcers of herpes counted. | attribution-ignored explained-counted:oral-ulcers
near | ana-1-80 ~oral-ulcers:infection non-scarring-alopecia pleuritic-pain -pleurisy-over-1-day anti-sm | 4 | non-scarring-alopecia=1 serositis=1 ana=1 anti-sm=1 | classified | Pleuritic pain of a few hours counted. | counted-as:pleuritic-pain:serositis
group | -ana-1-80 -ana-above-reference malar-rash discoid-lupus synovitis-2-joints non-scarring-alopecia seizure | 5 | - | classified | No immunologic criterion, classified all the same. | no-immunologic-criterion
edge | ana-1-80 urine-protein-24h=0.5 malar-rash low-c3 leukopenia | 4 | acute-or-subacute-cutaneous=1 leukopenia-or-lymphopenia=1 ana=1 low-complement=1 | - | Exactly 500 mg not counted. | limit-equal:urine-protein-24h
other-set | ana-1-80 leukopenia thrombocytopenia oral-ulcers | 3 | - | - | Two low counts taken as one, as in EULAR/ACR. | shared:eular-acr-2019:hematologic
other-set | ana-1-80 leukopenia thrombocytopenia oral-ulcers malar-rash | 4 | acute-or-subacute-cutaneous=1 oral-or-nasal-ulcers=1 thrombocytopenia=1 ana=1 | - | Two low counts taken as one: only the platelets counted. | shared:eular-acr-2019:hematologic:thrombocytopenia not-counted:leukopenia
other-set | ana-1-80 malar-rash discoid-lupus oral-ulcers non-scarring-alopecia | 2 | - | - | All of the skin taken as one, as in EULAR/ACR. | shared:eular-acr-2019:mucocutaneous
other-set | ana-1-80 anti-dsdna-slicc anti-sm lupus-anticoagulant malar-rash | 3 | - | - | All antibodies but the ANA taken as one, as in ACR 1997. | shared:acr-1997:immunologic-disorder
other-set | ana-1-80 white-cells=2.6 malar-rash low-c3 | 3 | - | - | Two low counts asked for, as in ACR 1997. | limit-of:leukopenia:leukopenia-twice
`,
  "acr-1997": `
adder | ana-1-80 leukopenia-twice thrombocytopenia malar-rash | 4 | - | classified | Two blood items counted as two criteria. | cytopenias-counted-apart
adder | ana-1-80 anti-dsdna anti-sm oral-ulcers | 4 | - | classified | Anti-dsDNA and anti-Sm counted as two. | antibodies-counted-apart
adder | ana-1-80 oral-ulcers nasal-ulcers | 3 | - | - | Mouth and nose counted separately. | add-within:oral-ulcers
adder | ana-1-80 seizure psychosis malar-rash | 4 | - | classified | Seizure and psychosis counted as two. | add-within:neurologic-disorder
adder | ana-1-80 pleural-effusion pericardial-effusion | 3 | - | - | Pleuritis and pericarditis counted as two. | add-within:serositis
adder | ana-1-80 proteinuria-persistent red-cell-casts | 3 | - | - | Protein and casts counted as two. | add-within:renal-disorder
adder | ana-1-80 anti-dsdna lupus-anticoagulant | 3 | - | - | Two antibodies counted as two. | antibodies-counted-apart
adder | ana-1-80 anti-dsdna anti-sm lupus-anticoagulant | 4 | - | classified | Three antibodies counted as three. | antibodies-counted-apart
adder | ana-1-80 leukopenia-twice lymphopenia-1500-twice thrombocytopenia | 4 | - | classified | Three blood items counted as three. | cytopenias-counted-apart
adder | ana-1-80 leukopenia-twice thrombocytopenia arthralgia | 3 | ana=1 hematologic-disorder=2 | - | Two blood items counted. | cytopenias-counted-apart
adder | ana-1-80 hemolytic-anemia-with-reticulocytosis thrombocytopenia discoid-lupus | 4 | ana=1 discoid-rash=1 hematologic-disorder=2 | classified | Two blood items counted. | cytopenias-counted-apart
occasion | ana-1-80 leukopenia malar-rash oral-ulcers | 4 | - | classified | One low count taken as enough. | counted-as:leukopenia:hematologic-disorder one-low-count
occasion | ana-1-80 white-cells=3.2@2024-01-01 malar-rash | 3 | - | - | One low count taken as enough. | one-low-count
occasion | ana-1-80 lymphocytes=1.2@2024-01-01 malar-rash | 3 | - | - | Low lymphocytes once taken as enough. | one-low-count
occasion | ana-1-80 white-cells=3.2@2024-01-01 white-cells=4.6@2024-03-01 malar-rash discoid-lupus | 4 | - | classified | One of two counts low, taken as enough. | one-low-count
occasion | ana-1-80 proteinuria malar-rash oral-ulcers | 4 | - | classified | Protein once taken as persistent. | measured-once-as-persistent
occasion | ana-1-80 urine-protein-24h=1.1 malar-rash | 3 | - | - | Protein once taken as persistent. | measured-once-as-persistent
occasion | ana-1-80 false-positive-rpr malar-rash | 3 | - | - | A false-positive test once taken as enough. | counted-as:false-positive-rpr:immunologic-disorder
edge | ana-1-80 platelets=100 malar-rash oral-ulcers | 4 | - | classified | Exactly 100 counted. | limit-equal:platelets
edge | ana-1-80 white-cells=4.0@2024-01-01 white-cells=3.6@2024-02-01 malar-rash | 3 | - | - | Exactly 4.0 counted as the second low value. | limit-equal:white-cells
edge | ana-1-80 lymphocytes=1.5@2024-01-01 lymphocytes=1.4@2024-02-01 malar-rash | 3 | - | - | Exactly 1.5 counted as the second low value. | limit-equal:lymphocytes
wrong-limit | ana-1-80 platelets=120 malar-rash oral-ulcers | 4 | - | classified | Platelets below 150 counted. | low-platelets-at-150
wrong-limit | ana-1-80 lymphocytes=1.3@2024-01-01 lymphocytes=1.2@2024-02-01 malar-rash | 2 | - | - | Lymphocytes asked to be below 1.0. | limit-at:lymphocytes:1
near | ana-1-80 maculopapular-rash oral-ulcers nonerosive-arthritis | 4 | - | classified | A maculopapular rash counted as malar. | counted-as:maculopapular-rash:malar-rash
near | ana-1-80 subacute-cutaneous-lupus oral-ulcers | 3 | - | - | Subacute lupus counted as a rash of the list. | *counted-as:subacute-cutaneous-lupus:
near | ana-1-80 other-chronic-cutaneous-lupus oral-ulcers | 3 | - | - | Chilblain lupus counted as discoid. | counted-as:other-chronic-cutaneous-lupus:discoid-rash
near | ana-1-80 non-scarring-alopecia malar-rash nonerosive-arthritis | 4 | - | classified | Hair loss counted. | raynaud-or-alopecia-counted
near | ana-1-80 low-c3 malar-rash oral-ulcers | 4 | - | classified | Low complement counted as immunologic. | complement-counted
near | ana-1-80 low-c4 nonerosive-arthritis | 3 | - | - | Low complement counted as immunologic. | complement-counted
near | ana-1-80 anti-beta2gp1 malar-rash | 3 | - | - | Anti-beta-2-glycoprotein I counted as immunologic. | not-printed-antibodies
near | ana-1-80 delirium malar-rash oral-ulcers | 4 | - | classified | Delirium counted as psychosis. | counted-as:delirium:neurologic-disorder
near | ana-1-80 peripheral-neuropathy malar-rash | 3 | - | - | Neuropathy counted as neurologic. | other-neuropathy-counted
near | ana-1-80 myelitis oral-ulcers discoid-lupus | 4 | - | classified | Myelitis counted as neurologic. | other-neuropathy-counted
near | ana-1-80 direct-coombs malar-rash | 3 | - | - | A positive Coombs test counted as hemolytic anemia. | counted-as:direct-coombs:hematologic-disorder borrowed:slicc-2012:direct-coombs
near | ana-1-80 hemolytic-anemia malar-rash oral-ulcers | 4 | - | classified | Hemolytic anemia without reticulocytosis counted. | counted-as:hemolytic-anemia:hematologic-disorder
near | ana-1-80 pericardial-pain malar-rash | 3 | - | - | Chest pain counted as pericarditis. | counted-as:pericardial-pain:serositis
near | ana-1-80 arthralgia malar-rash oral-ulcers | 4 | - | classified | Joint pain counted as arthritis. | joint-pain-as-arthritis
near | ana-1-80 myalgia malar-rash | 3 | - | - | Muscle pain counted as arthritis. | counted-as:myalgia:arthritis
near | ana-1-80 headache malar-rash oral-ulcers | 4 | - | classified | Headache counted as neurologic. | counted-as:headache:neurologic-disorder
near | ana-1-80 renal-failure malar-rash | 3 | - | - | Renal failure counted as renal. | renal-function-counted
near | ana-1-80 biopsy-lupus-nephritis malar-rash oral-ulcers | 4 | - | classified | The biopsy counted as renal. | counted-as:biopsy-lupus-nephritis:renal-disorder
near | ana-1-80 anti-ro malar-rash oral-ulcers | 4 | - | classified | Anti-Ro counted as immunologic. | anti-ro-counted
near | ana-1-80 anticardiolipin-iga=60 -anticardiolipin-igg-igm-abnormal malar-rash | 3 | - | - | Anticardiolipin IgA counted. | iga-counted
near | ana-1-80 lymphopenia-1000 malar-rash | 3 | - | - | Low lymphocytes once counted. | counted-as:lymphopenia-1000:hematologic-disorder
near | ana-1-80 raynaud malar-rash oral-ulcers | 4 | - | - | Raynaud phenomenon counted. | raynaud-or-alopecia-counted
near | ana-1-80 fever malar-rash oral-ulcers | 4 | - | classified | Fever counted. | borrowed:eular-acr-2019:fever
one-of-two | ana-1-80 malar-rash photosensitivity oral-ulcers | 3 | - | not-classified | Malar rash and photosensitivity taken as one. | rash-counted-once
one-of-two | ana-1-80 malar-rash photosensitivity | 2 | ana=1 malar-rash=1 | - | Malar rash and photosensitivity taken as one. | rash-counted-once
blind | ana-1-80 ~seizure:drug malar-rash oral-ulcers | 4 | - | classified | Seizure by a drug counted. | attribution-ignored explained-counted:seizure
blind | ana-1-80 ~psychosis:metabolic malar-rash | 3 | - | - | Uremic psychosis counted. | attribution-ignored explained-counted:psychosis
blind | ana-1-80 ~thrombocytopenia:drug malar-rash | 3 | - | - | Platelets low by a drug counted. | attribution-ignored explained-counted:thrombocytopenia
blind | ~ana-above-reference:drug malar-rash oral-ulcers nonerosive-arthritis | 4 | - | classified | ANA by a drug counted. | attribution-ignored explained-counted:ana-above-reference
timid | ana-1-80 ~thrombocytopenia:other-disease malar-rash oral-ulcers | 3 | - | not-classified | Platelets of portal hypertension left out; only drugs are printed. | attribution-everywhere explained-left-out:thrombocytopenia
timid | ana-1-80 ~seizure:infection malar-rash oral-ulcers | 3 | - | not-classified | Seizure of an infection left out; only drugs and metabolic causes are printed. | attribution-everywhere explained-left-out:seizure
timid | ana-1-80 ~oral-ulcers:infection malar-rash nonerosive-arthritis | 3 | - | not-classified | Herpes left out; the item prints no exclusion. | attribution-everywhere explained-left-out:oral-ulcers
timid | ana-1-80 ~nonerosive-arthritis:other-disease malar-rash | 2 | - | - | Rheumatoid joints left out; the item prints no exclusion. | attribution-everywhere explained-left-out:nonerosive-arthritis
timid | ana-1-80 malar-rash oral-ulcers discoid-lupus | 3 | - | not-classified | One criterion overlooked. | *not-counted:
missing | ana-1-80 malar-rash oral-ulcers nonerosive-arthritis | 3 | malar-rash=1 oral-ulcers=1 arthritis=1 | not-classified | The ANA not counted as a criterion. | not-counted:ana-above-reference
threshold | ana-1-80 malar-rash oral-ulcers discoid-lupus | 4 | - | not-classified | More than four asked for. | more-than-four
threshold | ana-1-80 malar-rash oral-ulcers | 3 | - | classified | Three taken as enough. | threshold-lower
group | -ana-1-80 -ana-above-reference malar-rash oral-ulcers photosensitivity nonerosive-arthritis | 4 | - | not-classified | An immunologic criterion asked for, as in SLICC. | group-asked:immunologic
gate | -ana-1-80 -ana-above-reference malar-rash photosensitivity oral-ulcers nonerosive-arthritis | 4 | malar-rash=1 photosensitivity=1 oral-ulcers=1 arthritis=1 | not-classified | A positive ANA asked for. | ana-negative-stops
gate | -ana-1-80 ana-above-reference malar-rash oral-ulcers | 2 | - | - | An ANA below 1:80 not counted. | titer-asked-for not-counted:ana-above-reference
latest | ana-1-80 platelets=70@2021-03-01 platelets=180@2024-03-01 malar-rash | 2 | - | - | The latest count taken. | latest-value-only
pair | ana-1-80 leukopenia-twice thrombocytopenia anti-dsdna anti-sm | 5 | - | classified | Two blood items and two antibodies counted. | antibodies-counted-apart+cytopenias-counted-apart
pair | ana-1-80 low-c3 non-scarring-alopecia malar-rash | 4 | - | classified | Low complement and hair loss counted. | complement-counted+raynaud-or-alopecia-counted
pair | ana-1-80 leukopenia low-c3 malar-rash | 4 | - | classified | One low count and low complement counted. | complement-counted+counted-as:leukopenia:hematologic-disorder
occasion | ana-1-80 malar-rash photosensitive-lupus-rash oral-ulcers leukopenia low-c3 | 5 | malar-rash=1 photosensitivity=1 oral-ulcers=1 hematologic-disorder=1 ana=1 | - | One low count taken as enough. | counted-as:leukopenia:hematologic-disorder one-low-count
one-of-two | ana-1-80 malar-rash photosensitive-lupus-rash oral-ulcers leukopenia low-c3 | 3 | malar-rash=1 oral-ulcers=1 ana=1 | not-classified | Malar rash and photosensitivity taken as one. | rash-counted-once
near | ana-1-80 malar-rash photosensitive-lupus-rash oral-ulcers leukopenia low-c3 | 5 | malar-rash=1 photosensitivity=1 oral-ulcers=1 immunologic-disorder=1 ana=1 | - | Low complement counted as the immunologic item. | counted-as:low-c3:immunologic-disorder complement-counted
adder | ana-1-80 anti-dsdna anti-sm thrombocytopenia leukopenia-twice nonerosive-arthritis | 5 | arthritis=1 hematologic-disorder=2 immunologic-disorder=1 ana=1 | - | Two counts counted. | cytopenias-counted-apart
adder | ana-1-80 anti-dsdna anti-sm thrombocytopenia leukopenia-twice nonerosive-arthritis | 5 | arthritis=1 hematologic-disorder=1 immunologic-disorder=2 ana=1 | - | Two antibodies counted. | antibodies-counted-apart
pair | ana-1-80 anti-dsdna anti-sm thrombocytopenia leukopenia-twice nonerosive-arthritis | 6 | - | - | Two counts and two antibodies counted. | antibodies-counted-apart+cytopenias-counted-apart
blind | ana-1-80 ~thrombocytopenia:drug malar-rash discoid-lupus pleuritic-pain | 5 | - | - | Platelets low by a drug counted. | attribution-ignored explained-counted:thrombocytopenia
near | ana-1-80 delirium malar-rash oral-ulcers | 4 | malar-rash=1 oral-ulcers=1 neurologic-disorder=1 ana=1 | classified | Delirium counted. | counted-as:delirium:neurologic-disorder
other-set | ana-1-80 malar-rash discoid-lupus oral-ulcers | 2 | - | - | All of the skin taken as one, as in EULAR/ACR. | shared:eular-acr-2019:mucocutaneous
other-set | ana-1-80 malar-rash anti-dsdna=28>20:elisa oral-ulcers | 3 | - | - | Twice the limit asked of an ELISA, as in SLICC. | limit-of:anti-dsdna:anti-dsdna-slicc limit-of:anti-dsdna:anti-dsdna-specific
`,
  slerpi: `
adder | ana-1-80 thrombocytopenia hemolysis direct-coombs | 12 | - | - | Platelets and hemolysis counted separately: 9. | add-within:thrombocytopenia-or-autoimmune-hemolysis
adder | ana-1-80 anti-dsdna anti-sm malar-rash | 11 | - | - | Anti-dsDNA and anti-Sm counted separately: 5. | antibodies-counted-apart
adder | ana-1-80 subacute-cutaneous-lupus discoid-lupus | 7 | - | - | SCLE and DLE counted separately: 4. | add-within:subacute-cutaneous-or-discoid-lupus
adder | ana-1-80 malar-rash maculopapular-rash oral-ulcers | 10 | - | classified | Both acute rashes counted: 6. | add-within:malar-or-maculopapular-rash
adder | ana-1-80 oral-ulcers nasal-ulcers leukopenia | 6.5 | - | - | Mouth and nose counted separately. | add-within:mucosal-ulcers
adder | ana-1-80 seizure psychosis | 6 | - | - | Seizure and psychosis counted separately. | add-within:neurologic-disorder
adder | ana-1-80 pleural-effusion pericardial-effusion leukopenia | 7.5 | - | classified | Two effusions counted separately. | add-within:serositis
adder | ana-1-80 anti-dsdna lupus-anticoagulant | 8 | - | classified | Two antibodies counted separately. | antibodies-counted-apart
adder | ana-1-80 anti-dsdna anti-sm anti-beta2gp1 | 10.5 | - | classified | Three antibodies counted separately. | antibodies-counted-apart
adder | ana-1-80 anti-dsdna anti-sm low-c3 | 8 | ana=3 immunologic-disorder=5 | classified | Two antibodies counted. | antibodies-counted-apart
loose-and | ana-1-80 low-c3 -low-c4 anti-dsdna | 7.5 | - | classified | Only C3 low, yet counted. | one-complement-enough
loose-and | ana-1-80 low-c4 -low-c3 malar-rash | 8 | ana=3 malar-or-maculopapular-rash=3 low-c3-and-c4=2 | classified | Only C4 low, yet counted. | one-complement-enough
loose-and | ana-1-80 direct-coombs -hemolysis | 7.5 | - | classified | Coombs alone counted. | any-of:thrombocytopenia-or-autoimmune-hemolysis
loose-and | ana-1-80 hemolysis -direct-coombs oral-ulcers | 8.5 | - | classified | Hemolysis without Coombs counted. | any-of:thrombocytopenia-or-autoimmune-hemolysis hemolysis-without-coombs
threshold | ana-1-80 synovitis-2-joints low-c3 low-c4 | 7 | - | classified | 7 taken as enough. | seven-is-enough
threshold | ana-1-80 malar-rash oral-ulcers | 7 | - | classified | 7 taken as enough. | seven-is-enough
threshold | ana-1-80 proteinuria | 7.5 | - | not-classified | 8 asked for, or the half point dropped. | threshold-higher half-points-dropped
negative | ana-1-80 thrombocytopenia interstitial-lung-disease | 7.5 | - | classified | The lung point not subtracted. | lung-point-forgotten
negative | ana-1-80 malar-rash leukopenia interstitial-lung-disease | 7.5 | - | classified | The lung point not subtracted. | lung-point-forgotten
negative | ana-1-80 malar-rash interstitial-lung-disease | 7 | - | - | The lung point added in place of subtracted. | negative-added:interstitial-lung-disease
negative | ana-1-80 low-c3 low-c4 anti-dsdna interstitial-lung-disease | 7.5 | - | classified | The lung point not subtracted. | lung-point-forgotten
negative | ana-1-80 malar-rash ~interstitial-lung-disease:other-disease oral-ulcers | 6 | - | not-classified | The explained lung disease subtracted all the same. | attribution-ignored explained-counted:interstitial-lung-disease
rounding | ana-1-80 leukopenia oral-ulcers | 6 | - | - | 5.5 rounded up. | half-points-rounded-up
rounding | ana-1-80 proteinuria | 8 | - | classified | 7.5 rounded up. | half-points-rounded-up
rounding | ana-1-80 proteinuria | 7 | - | not-classified | 7.5 with the half point dropped. | half-points-dropped
edge | ana-1-80 white-cells=4.0 malar-rash | 7.5 | - | classified | Exactly 4.0 counted. | limit-equal:white-cells
edge | ana-1-80 platelets=100 | 7.5 | - | classified | Exactly 100 counted. | limit-equal:platelets
edge | ana-1-80 urine-protein-24h=0.5 | 7.5 | - | classified | Exactly 0.5 g counted. | proteinuria-at-half
edge | ana-1-80 c3=0.9<0.9 c4=0.05<0.1 malar-rash | 8 | - | classified | C3 exactly at the limit counted. | limit-equal:c3
wrong-limit | ana-1-80 platelets=130 oral-ulcers | 8.5 | - | classified | Platelets below 150 counted. | low-platelets-at-150
wrong-limit | ana-1-80 urine-protein-24h=0.3 malar-rash | 10.5 | - | classified | Any raised protein counted. | limit-at:urine-protein-24h:0.15 limit-at:urine-protein-24h:0.3
near | ana-1-80 lymphopenia-1000 -leukopenia malar-rash | 7.5 | - | classified | Low lymphocytes counted as leukopenia. | lymphopenia-as-leukopenia
near | ana-1-80 other-chronic-cutaneous-lupus malar-rash | 8 | - | classified | Chilblain lupus counted as discoid. | counted-as:other-chronic-cutaneous-lupus:subacute-cutaneous-or-discoid-lupus
near | ana-1-80 photosensitivity oral-ulcers | 7 | - | - | Photosensitivity counted as an acute rash. | counted-as:photosensitivity:malar-or-maculopapular-rash
near | ana-1-80 bullous-lupus leukopenia | 7.5 | - | classified | Bullous lupus counted as an acute rash. | counted-as:bullous-lupus:malar-or-maculopapular-rash
near | ana-1-80 arthralgia malar-rash | 8 | - | classified | Joint pain counted as arthritis. | joint-pain-as-arthritis
near | ana-1-80 headache malar-rash | 7.5 | - | classified | Headache counted as neurologic. | counted-as:headache:neurologic-disorder
near | ana-1-80 red-cell-casts | 7.5 | - | classified | Casts counted as proteinuria. | counted-as:red-cell-casts:proteinuria
near | ana-1-80 biopsy-lupus-nephritis | 7.5 | - | classified | The biopsy counted as proteinuria. | counted-as:biopsy-lupus-nephritis:proteinuria
near | ana-1-80 proteinuria-persistent | 7.5 | - | classified | Dipstick proteinuria counted. | counted-as:proteinuria-persistent:proteinuria
near | ana-1-80 anti-ro malar-rash | 8.5 | - | classified | Anti-Ro counted. | anti-ro-counted
near | ana-1-80 anti-rnp leukopenia | 7 | - | - | Anti-RNP counted. | anti-ro-counted
near | ana-1-80 subacute-cutaneous-lupus oral-ulcers | 7 | - | - | Subacute lupus given the 3 of the malar rash. | counted-as:subacute-cutaneous-lupus:malar-or-maculopapular-rash:instead
near | ana-1-80 malar-rash leukopenia | 6.5 | - | - | The malar rash given the 2 of subacute lupus. | counted-as:malar-rash:subacute-cutaneous-or-discoid-lupus:instead
near | ana-1-80 pericardial-pain malar-rash | 7.5 | - | classified | Chest pain counted as serositis. | counted-as:pericardial-pain:serositis
near | ana-1-80 hemolytic-anemia -direct-coombs | 7.5 | - | classified | Hemolytic anemia with a negative Coombs test counted. | any-of:thrombocytopenia-or-autoimmune-hemolysis hemolysis-without-coombs counted-as:hemolytic-anemia:thrombocytopenia-or-autoimmune-hemolysis
near | ana-1-80 false-positive-rpr malar-rash | 8.5 | - | classified | A false-positive test once counted. | counted-as:false-positive-rpr:immunologic-disorder
near | ana-1-80 anticardiolipin-medium-high -anticardiolipin-igg-igm-abnormal malar-rash | 8.5 | - | classified | Anticardiolipin IgA counted. | iga-counted
gate | -ana-1-80 ana-above-reference malar-rash low-c3 low-c4 | 5 | - | not-classified | An ANA below 1:80 not counted. | titer-asked-for not-counted:ana-above-reference
blind | ana-1-80 ~thrombocytopenia:drug leukopenia | 9 | - | classified | Platelets low by a drug counted. | attribution-ignored explained-counted:thrombocytopenia
blind | ana-1-80 ~pleural-effusion:infection malar-rash | 7.5 | - | classified | Effusion of an infection counted. | attribution-ignored explained-counted:pleural-effusion
blind | ~ana-above-reference:drug malar-rash leukopenia | 7.5 | - | classified | ANA by a drug counted. | attribution-ignored explained-counted:ana-above-reference
blind | ana-1-80 ~proteinuria:other-disease | 7.5 | - | classified | Diabetic proteinuria counted. | attribution-ignored explained-counted:proteinuria
timid | ana-1-80 proteinuria leukopenia | 4.5 | - | not-classified | Proteinuria overlooked or explained away. | not-counted:proteinuria
timid | ana-1-80 thrombocytopenia malar-rash | 7.5 | - | classified | The rash overlooked or explained away. | not-counted:malar-rash
missing | ana-1-80 malar-rash proteinuria | 7.5 | malar-or-maculopapular-rash=3 proteinuria=4.5 | - | The ANA given no points. | not-counted:ana-above-reference
latest | ana-1-80 platelets=60@2022-01-01 platelets=220@2024-01-01 malar-rash | 6 | - | not-classified | The latest count taken. | latest-value-only
pair | ana-1-80 thrombocytopenia hemolysis direct-coombs anti-dsdna anti-sm | 17 | - | classified | Two pairs counted separately. | add-within:thrombocytopenia-or-autoimmune-hemolysis+antibodies-counted-apart
pair | ana-1-80 low-c3 -low-c4 interstitial-lung-disease anti-dsdna | 7.5 | - | classified | Only C3 low yet counted, and the lung point not subtracted. | lung-point-forgotten+one-complement-enough
pair | ana-1-80 lymphopenia-1000 photosensitivity | 7.5 | - | classified | Low lymphocytes and photosensitivity counted. | counted-as:photosensitivity:malar-or-maculopapular-rash+lymphopenia-as-leukopenia
loose-and | ana-1-80 malar-rash oral-ulcers leukopenia lymphopenia-1000 low-c3 -low-c4 | 10.5 | - | - | Only C3 low, yet counted. | one-complement-enough
negative | ana-1-80 thrombocytopenia oral-ulcers interstitial-lung-disease | 8.5 | - | - | The lung point forgotten. | lung-point-forgotten
edge | ana-1-80 white-cells=4.0 malar-rash pleuritic-pain | 9 | - | - | Exactly 4.0 counted. | limit-equal:white-cells
near | ana-1-80 red-cell-casts malar-rash leukopenia | 12 | - | - | Casts counted as proteinuria. | counted-as:red-cell-casts:proteinuria
adder | ana-1-80 anti-dsdna lupus-anticoagulant malar-rash | 11 | - | - | Two antibodies counted. | antibodies-counted-apart
blind | ana-1-80 ~pleural-effusion:infection non-scarring-alopecia malar-rash | 9 | - | - | Effusion of an infection counted. | attribution-ignored explained-counted:pleural-effusion
near | ana-1-80 synovitis-2-joints low-c3 low-c4 fever | 9 | - | classified | Fever counted as in EULAR/ACR. | borrowed:eular-acr-2019:fever
adder | ana-1-80 seizure psychosis oral-ulcers | 7 | - | - | Seizure and psychosis counted. | add-within:neurologic-disorder
near | ana-1-80 photosensitivity leukopenia | 7.5 | - | classified | Photosensitivity counted as a rash. | counted-as:photosensitivity:malar-or-maculopapular-rash
other-set | ana-1-80 malar-rash nonerosive-arthritis | 11 | - | - | The malar rash given EULAR/ACR's 6. | weight-of:eular-acr-2019:malar-or-maculopapular-rash:6
other-set | ana-1-80 leukopenia nonerosive-arthritis | 8 | - | - | Leukopenia given EULAR/ACR's 3. | weight-of:eular-acr-2019:leukopenia:3
other-set | ana-1-80 malar-rash non-scarring-alopecia nonerosive-arthritis | 8 | - | - | Rash and hair loss taken as one, as in EULAR/ACR. | shared:eular-acr-2019:mucocutaneous
other-set | ana-1-80 leukopenia thrombocytopenia oral-ulcers | 8.5 | - | - | Two low counts taken as one, as in EULAR/ACR. | shared:eular-acr-2019:hematologic
other-set | ana-1-80 urine-protein-creatinine-ratio=52[mg/mmol] malar-rash | 6 | - | - | 500 mg/g converted exactly to 56.6 mg/mmol. | convert:urine-protein-creatinine-ratio
`,
};
