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
adder | ana-1-80 leukopenia thrombocytopenia hemolysis direct-coombs | 11 | hematologic=11 | classified | Three items of one domain added up: 3 + 4 + 4.
adder | ana-1-80 leukopenia thrombocytopenia | 7 | hematologic=7 | - | Leukopenia and thrombocytopenia added.
adder | ana-1-80 leukopenia thrombocytopenia synovitis-2-joints | 13 | hematologic=7 musculoskeletal=6 | - | Leukopenia and thrombocytopenia added.
adder | ana-1-80 subacute-cutaneous-lupus discoid-lupus | 8 | mucocutaneous=8 | - | DLE and SCLE counted as an item each.
adder | ana-1-80 anticardiolipin-medium-high lupus-anticoagulant malar-rash | 10 | mucocutaneous=6 antiphospholipid-antibodies=4 | classified | Two antiphospholipid antibodies, two points each.
adder | ana-1-80 anti-dsdna-specific anti-sm -fever | 12 | sle-specific-antibodies=12 | - | Anti-dsDNA and anti-Sm, six points each.
adder | ana-1-80 pleural-effusion pericardial-effusion | 10 | serosal=10 | classified | Two effusions, five points each.
adder | ana-1-80 malar-rash maculopapular-rash | 12 | mucocutaneous=12 | classified | Both acute rashes counted.
adder | ana-1-80 low-c3 low-c4 oral-ulcers | 9 | mucocutaneous=2 complement-proteins=7 | - | The item for one low complement and the item for both added: 3 + 4.
adder | ana-1-80 low-c3 low-c4 synovitis-2-joints | 12 | musculoskeletal=6 complement-proteins=6 | classified | Low C3 3 and low C4 3.
adder | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 | 18 | renal=18 | classified | Class III with V added: 10 + 8.
adder | ana-1-80 biopsy-class-2-or-5 proteinuria | 12 | renal=12 | classified | Class V and proteinuria added: 8 + 4.
adder | ana-1-80 biopsy-class-3-or-4 proteinuria fever | 16 | constitutional=2 renal=14 | - | Class IV and proteinuria added.
adder | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 proteinuria | 22 | renal=22 | - | All three renal items added.
adder | ana-1-80 oral-ulcers non-scarring-alopecia synovitis-2-joints | 10 | mucocutaneous=4 musculoskeletal=6 | classified | Ulcers and hair loss, two points each.
adder | ana-1-80 malar-rash oral-ulcers low-c3 | 11 | mucocutaneous=8 complement-proteins=3 | classified | Rash and ulcers added.
adder | ana-1-80 malar-rash oral-ulcers non-scarring-alopecia | 10 | mucocutaneous=10 | classified | All of the skin added: 6 + 2 + 2.
adder | ana-1-80 discoid-lupus non-scarring-alopecia leukopenia | 9 | hematologic=3 mucocutaneous=6 | - | Discoid lupus and hair loss added.
adder | ana-1-80 malar-rash discoid-lupus -oral-ulcers | 10 | mucocutaneous=10 | classified | Acute and discoid lupus added.
adder | ana-1-80 seizure psychosis | 8 | neuropsychiatric=8 | - | Seizure and psychosis added.
adder | ana-1-80 seizure psychosis delirium | 10 | neuropsychiatric=10 | classified | All three neuropsychiatric items added.
adder | ana-1-80 delirium psychosis low-c4 | 8 | neuropsychiatric=5 complement-proteins=3 | - | Delirium and psychosis added.
adder | ana-1-80 acute-pericarditis pleural-effusion | 11 | serosal=11 | classified | Pericarditis and effusion added.
adder | ana-1-80 pericardial-rub pericarditis-ecg pleural-effusion | 11 | serosal=11 | - | Pericarditis by two signs, and the effusion on top.
adder | ana-1-80 synovitis-2-joints tender-joints-with-stiffness | 12 | musculoskeletal=12 | classified | Swollen joints and tender joints counted separately.
adder | ana-1-80 anticardiolipin-medium-high lupus-anticoagulant anti-beta2gp1 | 6 | antiphospholipid-antibodies=6 | - | Three antiphospholipid antibodies, two points each.
adder | ana-1-80 leukopenia thrombocytopenia malar-rash low-c3 | 16 | - | - | Blood counts added: 7 + 6 + 3.
adder | ana-1-80 malar-rash oral-ulcers synovitis-2-joints fever | 16 | - | - | Rash and ulcers added.
adder | ana-1-80 anti-dsdna-specific anti-sm synovitis-2-joints | 18 | - | - | Two specific antibodies, twice six.
adder | ana-1-80 white-cells=3.1 platelets=82 fever | 9 | - | - | Both counts added.
adder | ana-1-80 biopsy-class-2-or-5 proteinuria low-c3 low-c4 | 16 | - | - | Class V and proteinuria added: 12 + 4.
adder | ana-1-80 anti-dsdna-specific low-c3 low-c4 oral-ulcers | 15 | - | - | 3 + 4 for complement: 6 + 7 + 2.
adder | ana-1-80 seizure psychosis anti-sm | 14 | - | - | Both neuropsychiatric items added.
adder | ana-1-80 pleural-effusion pericardial-effusion leukopenia | 13 | - | - | Both effusions counted.
adder | ana-1-80 lupus-anticoagulant anti-beta2gp1 thrombocytopenia | 8 | - | - | Two antiphospholipid antibodies counted.
adder | ana-1-80 c3=0.55<0.9 c4=0.06<0.1 malar-rash | 13 | - | - | Both complement items added: 3 + 4.
adder | ana-1-80 discoid-lupus subacute-cutaneous-lupus anti-sm | 14 | - | - | Two kinds of skin lupus, four points each.
adder | ana-1-80 thrombocytopenia hemolysis direct-coombs -leukopenia | 8 | hematologic=8 | - | Platelets and hemolysis added.
adder | ana-1-80 -fever discoid-lupus oral-ulcers | 6 | - | - | Discoid lupus and ulcers added.
adder | ana-1-80 oral-ulcers non-scarring-alopecia | 4 | mucocutaneous=4 | - | Two light items of the skin added.
adder | ana-1-80 oral-ulcers non-scarring-alopecia leukopenia low-c3 | 10 | - | classified | Two light items of the skin added.
half-adder | ana-1-80 leukopenia thrombocytopenia hemolysis direct-coombs | 7 | hematologic=7 | - | White cells and one of the others added.
half-adder | ana-1-80 leukopenia thrombocytopenia hemolysis direct-coombs synovitis-2-joints | 14 | hematologic=8 musculoskeletal=6 | - | Platelets and hemolysis added, white cells left.
half-adder | ana-1-80 malar-rash oral-ulcers non-scarring-alopecia | 8 | mucocutaneous=8 | - | Rash and one of the two light items added.
half-adder | ana-1-80 malar-rash oral-ulcers non-scarring-alopecia low-c3 low-c4 | 12 | mucocutaneous=8 complement-proteins=4 | - | Rash and one light item added.
half-adder | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 proteinuria | 14 | renal=14 | - | Class III or IV and proteinuria added, class V not.
half-adder | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 proteinuria | 18 | renal=18 | - | The two classes added, proteinuria not.
half-adder | ana-1-80 seizure psychosis delirium | 7 | neuropsychiatric=7 | - | Seizure and delirium added.
half-adder | ana-1-80 seizure psychosis delirium | 8 | neuropsychiatric=8 | - | Seizure and psychosis added.
half-adder | ana-1-80 anticardiolipin-medium-high lupus-anticoagulant anti-beta2gp1 malar-rash | 10 | mucocutaneous=6 antiphospholipid-antibodies=4 | - | Two of three antibodies counted.
half-adder | ana-1-80 malar-rash discoid-lupus oral-ulcers | 8 | mucocutaneous=8 | - | Rash and ulcers added, discoid lupus not.
half-adder | ana-1-80 malar-rash discoid-lupus oral-ulcers | 10 | mucocutaneous=10 | - | Rash and discoid lupus added, ulcers not.
half-adder | ana-1-80 discoid-lupus oral-ulcers non-scarring-alopecia | 6 | mucocutaneous=6 | - | Discoid lupus and one light item.
lighter | ana-1-80 leukopenia thrombocytopenia | 3 | hematologic=3 | - | The lighter blood item taken.
lighter | ana-1-80 malar-rash oral-ulcers synovitis-2-joints | 8 | mucocutaneous=2 musculoskeletal=6 | not-classified | Ulcers taken in place of the rash.
lighter | ana-1-80 biopsy-class-3-or-4 proteinuria | 4 | renal=4 | not-classified | Proteinuria taken in place of the biopsy.
lighter | ana-1-80 biopsy-class-3-or-4 biopsy-class-2-or-5 | 8 | renal=8 | not-classified | The lighter class taken.
lighter | ana-1-80 biopsy-class-2-or-5 proteinuria malar-rash | 10 | mucocutaneous=6 renal=4 | - | Proteinuria taken in place of class V.
lighter | ana-1-80 seizure delirium | 2 | neuropsychiatric=2 | - | Delirium taken in place of the seizure.
lighter | ana-1-80 low-c3 low-c4 synovitis-2-joints | 9 | musculoskeletal=6 complement-proteins=3 | not-classified | Both low, yet 3 points taken.
lighter | ana-1-80 acute-pericarditis pericardial-effusion low-c3 | 8 | serosal=5 complement-proteins=3 | - | Effusion taken although pericarditis is there.
lighter | ana-1-80 discoid-lupus malar-rash | 4 | mucocutaneous=4 | - | The lighter of the two rashes taken.
lighter | ana-1-80 malar-rash discoid-lupus oral-ulcers anti-sm | 10 | mucocutaneous=4 sle-specific-antibodies=6 | - | The middle one taken.
lighter | ana-1-80 low-c3 low-c4 anti-sm fever | 11 | - | - | Both complements low, 3 points given.
lighter | ana-1-80 seizure psychosis leukopenia | 6 | - | - | Psychosis taken in place of the seizure.
edge | ana-1-80 white-cells=4.0 malar-rash | 9 | hematologic=3 mucocutaneous=6 | - | White cells of exactly 4.0 counted as below.
edge | ana-1-80 white-cells=4 synovitis-2-joints oral-ulcers | 11 | - | classified | White cells of exactly 4.0 counted.
edge | ana-1-80 platelets=100 synovitis-2-joints | 10 | hematologic=4 musculoskeletal=6 | classified | Platelets of exactly 100 counted.
edge | ana-1-80 temperature=38.3 malar-rash leukopenia | 11 | constitutional=2 hematologic=3 mucocutaneous=6 | - | Exactly 38.3 counted as fever.
edge | ana-1-80 urine-protein-24h=0.5 synovitis-2-joints | 10 | musculoskeletal=6 renal=4 | classified | Exactly 0.5 g counted.
edge | ana-1-80 urine-protein-creatinine-ratio=500 malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Exactly 500 mg/g counted.
edge | ana-1-80 c3=0.9<0.9 malar-rash | 9 | mucocutaneous=6 complement-proteins=3 | - | C3 exactly at the lower limit counted as low.
edge | ana-1-80 c4=0.1<0.1 synovitis-2-joints leukopenia | 12 | - | classified | C4 exactly at the lower limit counted as low.
edge | ana-1-80 anticardiolipin-igg=40 malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | Exactly 40 GPL counted as medium.
edge | ana-titer=80 malar-rash synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | not-classified | 1:80 read as more than 1:80: entry taken as not met.
edge | ana-1-80 anti-dsdna=15>15:crithidia malar-rash | 12 | mucocutaneous=6 sle-specific-antibodies=6 | classified | A value exactly at the limit counted as positive.
edge | ana-1-80 swollen-joints=2 malar-rash | 6 | mucocutaneous=6 | not-classified | Two swollen joints, but more than two were asked for.
edge | ana-1-80 white-cells=4000[/mm3] malar-rash | 9 | - | - | 4,000 per mm3 counted as below 4,000.
edge | ana-1-80 temperature=38.3 seizure leukopenia | 10 | - | classified | Fever from 38.3 on.
wrong-limit | ana-1-80 temperature=38.1 malar-rash | 8 | constitutional=2 mucocutaneous=6 | - | Fever counted from 38.0.
wrong-limit | ana-1-80 temperature=38.0 synovitis-2-joints oral-ulcers | 10 | constitutional=2 mucocutaneous=2 musculoskeletal=6 | classified | Fever counted from 38.0.
wrong-limit | ana-1-80 temperature=38.4 malar-rash low-c3 | 9 | mucocutaneous=6 complement-proteins=3 | - | Fever only from 38.5.
wrong-limit | ana-1-80 temperature=37.8 malar-rash | 8 | - | - | Any raised temperature counted as fever.
wrong-limit | ana-1-80 platelets=120 malar-rash | 10 | hematologic=4 mucocutaneous=6 | classified | Platelets below 150 counted.
wrong-limit | ana-1-80 platelets=140 synovitis-2-joints | 10 | - | classified | Platelets below the laboratory's 150 counted.
wrong-limit | ana-1-80 white-cells=4.3 malar-rash low-c3 | 12 | hematologic=3 mucocutaneous=6 complement-proteins=3 | - | White cells below 4.5 counted.
wrong-limit | ana-1-80 white-cells=3.7 malar-rash | 6 | mucocutaneous=6 | - | White cells only below 3.5 counted.
wrong-limit | ana-1-80 urine-protein-24h=0.3 malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Any raised protein, above 0.15 or 0.3 g, counted.
wrong-limit | ana-1-80 urine-protein-24h=0.8 malar-rash low-c4 | 9 | mucocutaneous=6 complement-proteins=3 | - | Proteinuria only above 1 g.
wrong-limit | ana-1-80 anticardiolipin-igg=25>20 malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | Anticardiolipin just above the laboratory's limit counted.
wrong-limit | ana-1-80 anticardiolipin-igm=32>12 synovitis-2-joints | 8 | musculoskeletal=6 antiphospholipid-antibodies=2 | - | Low titer anticardiolipin counted.
wrong-limit | ana-1-80 anticardiolipin-igg-igm-abnormal -anticardiolipin-medium-high malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | Any abnormal anticardiolipin counted.
wrong-limit | ana-titer=40 malar-rash synovitis-2-joints | 12 | - | classified | 1:40 taken as positive.
wrong-limit | ana-titer=80 malar-rash synovitis-2-joints | 12 | - | not-classified | 1:160 asked for.
wrong-limit | ana-1-80 anti-dsdna=60>15:elisa malar-rash | 12 | mucocutaneous=6 sle-specific-antibodies=6 | classified | A plain ELISA counted as specific.
wrong-limit | ana-1-80 anti-dsdna malar-rash | 12 | mucocutaneous=6 sle-specific-antibodies=6 | classified | Any positive anti-dsDNA counted.
wrong-limit | ana-1-80 anti-dsdna synovitis-2-joints fever | 14 | - | classified | Any positive anti-dsDNA counted.
wrong-limit | ana-1-80 swollen-joints=1 malar-rash | 12 | mucocutaneous=6 musculoskeletal=6 | classified | One swollen joint counted.
loose-and | ana-1-80 direct-coombs -hemolysis malar-rash | 10 | hematologic=4 mucocutaneous=6 | classified | Coombs alone counted as hemolysis.
loose-and | ana-1-80 hemolysis -direct-coombs malar-rash | 10 | hematologic=4 mucocutaneous=6 | classified | Hemolysis without Coombs counted.
loose-and | ana-1-80 direct-coombs synovitis-2-joints | 10 | - | classified | Coombs alone counted.
loose-and | ana-1-80 hemolytic-anemia synovitis-2-joints | 10 | hematologic=4 musculoskeletal=6 | classified | Hemolytic anemia counted without a Coombs test.
loose-and | ana-1-80 low-c3 -low-c4 synovitis-2-joints | 10 | musculoskeletal=6 complement-proteins=4 | classified | Only C3 low, yet 4 points.
loose-and | ana-1-80 low-c4 -low-c3 malar-rash | 10 | - | classified | Only C4 low, yet 4 points.
loose-and | ana-1-80 c3=0.6<0.9 c4=0.2<0.1 malar-rash | 10 | mucocutaneous=6 complement-proteins=4 | classified | Low C3 with normal C4 given 4.
count-off | ana-1-80 pericardial-rub -pericarditis-ecg -pericardial-pain malar-rash | 12 | mucocutaneous=6 serosal=6 | classified | One sign taken as acute pericarditis.
count-off | ana-1-80 pericardial-pain low-c3 | 9 | serosal=6 complement-proteins=3 | - | Chest pain alone taken as acute pericarditis.
count-off | ana-1-80 pericarditis-ecg leukopenia | 9 | - | - | One sign taken as acute pericarditis.
count-off | ana-1-80 pericardial-rub pericarditis-ecg leukopenia low-c3 | 6 | hematologic=3 complement-proteins=3 | - | Three signs of pericarditis asked for.
count-off | ana-1-80 pericardial-pain pericardial-rub malar-rash | 6 | mucocutaneous=6 | not-classified | Three signs of pericarditis asked for.
near | ana-1-80 bullous-lupus -malar-rash leukopenia | 9 | hematologic=3 mucocutaneous=6 | - | Bullous lupus counted as acute cutaneous lupus.
near | ana-1-80 other-chronic-cutaneous-lupus synovitis-2-joints | 10 | mucocutaneous=4 musculoskeletal=6 | classified | Chilblain lupus counted as discoid.
near | ana-1-80 pleural-effusion low-c3 | 9 | serosal=6 complement-proteins=3 | - | An effusion given the 6 of acute pericarditis.
near | ana-1-80 headache malar-rash low-c4 | 11 | neuropsychiatric=2 mucocutaneous=6 complement-proteins=3 | - | Headache given 2 as if it were delirium.
near | ana-1-80 headache synovitis-2-joints | 11 | neuropsychiatric=5 musculoskeletal=6 | classified | Headache given 5 as if it were a seizure.
near | ana-1-80 photosensitivity synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Photosensitivity counted as an acute rash.
near | ana-1-80 photosensitive-lupus-rash synovitis-2-joints | 12 | - | classified | Photosensitive rash counted as acute cutaneous lupus.
near | ana-1-80 ten-variant-lupus -malar-rash fever | 8 | constitutional=2 mucocutaneous=6 | - | TEN-like lupus counted as acute cutaneous lupus.
near | ana-1-80 nasal-ulcers synovitis-2-joints | 8 | mucocutaneous=2 musculoskeletal=6 | - | Nasal ulcers counted as oral ulcers.
near | ana-1-80 nasal-ulcers thrombocytopenia seizure | 11 | - | classified | Nasal ulcers counted.
near | ana-1-80 lymphopenia-1000 -leukopenia malar-rash | 9 | hematologic=3 mucocutaneous=6 | - | Low lymphocytes counted as leukopenia.
near | ana-1-80 lymphocytes=0.8 white-cells=5.1 synovitis-2-joints | 9 | hematologic=3 musculoskeletal=6 | - | Low lymphocytes counted as leukopenia.
near | ana-1-80 lymphopenia-1500-twice malar-rash | 9 | - | - | Low lymphocytes counted as leukopenia.
near | ana-1-80 pleurisy-over-1-day -pleural-effusion malar-rash | 11 | mucocutaneous=6 serosal=5 | classified | Pleurisy without fluid counted as an effusion.
near | ana-1-80 pleuritic-pain synovitis-2-joints | 11 | musculoskeletal=6 serosal=5 | classified | Pleuritic pain counted as an effusion.
near | ana-1-80 pleural-rub leukopenia | 8 | hematologic=3 serosal=5 | - | A pleural rub counted as an effusion.
near | ana-1-80 arthralgia malar-rash | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Joint pain counted as joint involvement.
near | ana-1-80 nonerosive-arthritis -synovitis-2-joints -tender-joints-with-stiffness malar-rash | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Tender joints without stiffness counted.
near | ana-1-80 arthralgia leukopenia low-c3 low-c4 | 13 | - | classified | Joint pain counted.
near | ana-1-80 myalgia malar-rash low-c3 | 15 | mucocutaneous=6 musculoskeletal=6 complement-proteins=3 | - | Muscle pain counted as joint involvement.
near | ana-1-80 red-cell-casts malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Urinary casts counted as the renal item.
near | ana-1-80 other-cellular-casts synovitis-2-joints | 10 | musculoskeletal=6 renal=4 | classified | Granular casts counted as the renal item.
near | ana-1-80 proteinuria-persistent malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Proteinuria by dipstick counted.
near | ana-1-80 renal-failure malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Renal failure counted as proteinuria.
near | ana-1-80 biopsy-lupus-nephritis -biopsy-class-2-or-5 -biopsy-class-3-or-4 low-c3 | 11 | renal=8 complement-proteins=3 | classified | Nephritis of class I or VI given 8.
near | ana-1-80 biopsy-lupus-nephritis -biopsy-class-2-or-5 -biopsy-class-3-or-4 low-c3 | 13 | renal=10 complement-proteins=3 | classified | Nephritis of class I or VI given 10.
near | ana-1-80 biopsy-class-2-or-5 | 10 | renal=10 | classified | Class V given the 10 of class III or IV.
near | ana-1-80 biopsy-class-3-or-4 | 8 | renal=8 | not-classified | Class IV given the 8 of class II or V.
near | ana-1-80 biopsy-class-3-or-4 fever | 10 | constitutional=2 renal=8 | - | Class IV given the 8 of class II or V.
near | ana-1-80 low-ch50 malar-rash -low-c3 -low-c4 | 9 | mucocutaneous=6 complement-proteins=3 | - | Low CH50 counted as low complement.
near | ana-1-80 false-positive-rpr malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | A false-positive syphilis test counted.
near | ana-1-80 anti-ro synovitis-2-joints | 12 | musculoskeletal=6 sle-specific-antibodies=6 | classified | Anti-Ro counted as a specific antibody.
near | ana-1-80 anti-rnp malar-rash leukopenia | 15 | hematologic=3 mucocutaneous=6 sle-specific-antibodies=6 | - | Anti-RNP counted as anti-Sm.
near | ana-1-80 anti-la malar-rash | 12 | - | classified | Anti-La counted as a specific antibody.
near | ana-1-80 peripheral-neuropathy malar-rash | 11 | neuropsychiatric=5 mucocutaneous=6 | classified | Neuropathy given the 5 of a seizure.
near | ana-1-80 mononeuritis-multiplex synovitis-2-joints | 11 | neuropsychiatric=5 musculoskeletal=6 | classified | Mononeuritis given 5.
near | ana-1-80 myelitis low-c3 | 8 | neuropsychiatric=5 complement-proteins=3 | - | Myelitis given 5.
near | ana-1-80 cranial-neuropathy malar-rash | 8 | neuropsychiatric=2 mucocutaneous=6 | - | Cranial neuropathy given 2.
near | ana-1-80 psychosis leukopenia | 5 | hematologic=3 neuropsychiatric=2 | - | Psychosis given the 2 of delirium.
near | ana-1-80 delirium malar-rash | 9 | neuropsychiatric=3 mucocutaneous=6 | - | Delirium given the 3 of psychosis.
near | ana-1-80 subacute-cutaneous-lupus leukopenia | 9 | hematologic=3 mucocutaneous=6 | - | Subacute lupus given the 6 of acute.
near | ana-1-80 discoid-lupus low-c3 | 9 | mucocutaneous=6 complement-proteins=3 | - | Discoid lupus given the 6 of acute.
near | ana-1-80 malar-rash thrombocytopenia | 8 | hematologic=4 mucocutaneous=4 | - | Malar rash given the 4 of subacute lupus.
near | ana-1-80 thrombosis malar-rash | 8 | mucocutaneous=6 antiphospholipid-antibodies=2 | - | A clot counted for the antiphospholipid domain.
near | ana-1-80 interstitial-lung-disease synovitis-2-joints | 11 | musculoskeletal=6 serosal=5 | classified | Lung disease counted as serosal.
near | ana-1-80 leukopenia oral-ulcers | 6 | hematologic=4 mucocutaneous=2 | - | Leukopenia given the 4 of the other blood items.
near | ana-1-80 pericardial-effusion malar-rash | 12 | mucocutaneous=6 serosal=6 | classified | Pericardial effusion given the 6 of pericarditis.
near | ana-1-80 acute-pericarditis oral-ulcers | 7 | mucocutaneous=2 serosal=5 | - | Pericarditis given the 5 of an effusion.
near | ana-1-80 vasculitis synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Vasculitis of the skin counted as acute rash.
near | ana-1-80 hemolytic-anemia-with-reticulocytosis -direct-coombs malar-rash | 10 | hematologic=4 mucocutaneous=6 | classified | Hemolytic anemia with a negative Coombs test counted.
near | ana-1-80 leg-edema malar-rash | 10 | mucocutaneous=6 renal=4 | classified | Leg edema counted as proteinuria.
gate | -ana-1-80 -ana-above-reference malar-rash synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | classified | ANA negative, entry passed over.
gate | -ana-1-80 malar-rash synovitis-2-joints anti-dsdna-specific | 18 | mucocutaneous=6 musculoskeletal=6 sle-specific-antibodies=6 | classified | Anti-dsDNA taken in place of the ANA.
gate | -ana-1-80 ana-above-reference malar-rash synovitis-2-joints | 12 | - | classified | A positive ANA below 1:80 taken as entry.
gate | -ana-1-80 biopsy-class-3-or-4 anti-sm | 16 | - | classified | Entry passed over.
gate | -ana-1-80 anti-ro subacute-cutaneous-lupus synovitis-2-joints | 10 | mucocutaneous=4 musculoskeletal=6 | classified | Anti-Ro taken in place of the ANA, or entry passed over.
gate | ~ana-1-80:drug malar-rash synovitis-2-joints | 12 | mucocutaneous=6 musculoskeletal=6 | not-classified | An explained ANA taken to close the entry.
gate | ~ana-1-80:other-disease malar-rash oral-ulcers synovitis-2-joints | 12 | - | not-classified | An explained ANA taken to close the entry.
ana-points | ana-1-80 malar-rash low-c3 | 11 | - | classified | The ANA given 2 points.
ana-points | ana-1-80 synovitis-2-joints oral-ulcers | 10 | - | classified | The ANA given 2 points.
group | ana-1-80 anti-dsdna-specific low-c3 low-c4 -malar-rash | 10 | complement-proteins=4 sle-specific-antibodies=6 | classified | Antibodies and complement alone classified.
group | ana-1-80 anti-sm low-c3 low-c4 lupus-anticoagulant | 12 | antiphospholipid-antibodies=2 complement-proteins=4 sle-specific-antibodies=6 | classified | No clinical criterion, classified all the same.
group | ana-1-80 anti-dsdna-specific anticardiolipin-medium-high low-c3 low-c4 ~fever:infection | 12 | - | classified | No clinical criterion counts, classified all the same.
threshold | ana-1-80 malar-rash low-c3 low-c4 | 10 | mucocutaneous=6 complement-proteins=4 | not-classified | More than 10 points asked for.
threshold | ana-1-80 biopsy-class-3-or-4 | 10 | renal=10 | not-classified | More than 10 points asked for.
threshold | ana-1-80 synovitis-2-joints low-c4 -low-c3 | 9 | musculoskeletal=6 complement-proteins=3 | classified | 9 points taken as enough.
blind | ana-1-80 ~fever:infection malar-rash | 8 | constitutional=2 mucocutaneous=6 | - | Fever of an infection counted.
blind | ana-1-80 ~thrombocytopenia:drug synovitis-2-joints | 10 | hematologic=4 musculoskeletal=6 | classified | Platelets explained by a drug counted.
blind | ana-1-80 ~synovitis-2-joints:other-disease low-c4 anti-sm | 15 | musculoskeletal=6 complement-proteins=3 sle-specific-antibodies=6 | classified | Joints of rheumatoid arthritis counted.
blind | ana-1-80 ~oral-ulcers:infection synovitis-2-joints leukopenia | 11 | - | classified | Herpes counted as oral ulcers.
blind | ana-1-80 ~pleural-effusion:other-disease malar-rash | 11 | mucocutaneous=6 serosal=5 | classified | Effusion of heart failure counted.
blind | ana-1-80 ~proteinuria:other-disease malar-rash low-c3 | 13 | - | classified | Diabetic proteinuria counted.
blind | ana-1-80 ~seizure:metabolic synovitis-2-joints | 11 | neuropsychiatric=5 musculoskeletal=6 | classified | Seizure of hyponatremia counted.
blind | ana-1-80 ~psychosis:drug malar-rash | 9 | - | - | Steroid psychosis counted.
blind | ana-1-80 ~low-c4:other-disease malar-rash | 9 | mucocutaneous=6 complement-proteins=3 | - | Hereditary C4 deficiency counted.
blind | ana-1-80 ~malar-rash:other-disease synovitis-2-joints | 12 | - | classified | Rosacea counted as malar rash.
blind | ana-1-80 pericarditis-ecg ~pericardial-rub:metabolic leukopenia | 9 | hematologic=3 serosal=6 | - | A rub explained by uremia used to reach two signs.
blind | ana-1-80 ~leukopenia:drug thrombocytopenia malar-rash | 13 | hematologic=7 mucocutaneous=6 | - | Explained leukopenia counted and added.
blind | ana-1-80 ~discoid-lupus:other-disease ~fever:infection synovitis-2-joints low-c3 | 15 | constitutional=2 mucocutaneous=4 musculoskeletal=6 complement-proteins=3 | classified | Nothing taken out although two findings are explained.
timid | ana-1-80 malar-rash fever | 6 | mucocutaneous=6 | - | Fever put down to an infection nobody found.
timid | ana-1-80 malar-rash synovitis-2-joints | 6 | mucocutaneous=6 | not-classified | Joints put down to something else.
timid | ana-1-80 malar-rash oral-ulcers low-c3 low-c4 | 6 | mucocutaneous=2 complement-proteins=4 | not-classified | The rash put down to something else, ulcers counted.
timid | ana-1-80 thrombocytopenia synovitis-2-joints | 6 | musculoskeletal=6 | not-classified | Low platelets put down to something else or overlooked.
timid | ana-1-80 proteinuria malar-rash | 6 | mucocutaneous=6 | not-classified | Proteinuria overlooked.
timid | ana-1-80 leukopenia malar-rash low-c3 | 9 | - | - | Leukopenia overlooked.
timid | ana-1-80 biopsy-class-3-or-4 proteinuria anti-sm | 10 | renal=4 sle-specific-antibodies=6 | - | The biopsy overlooked.
timid | ana-1-80 anti-sm malar-rash fever | 8 | constitutional=2 mucocutaneous=6 | - | Anti-Sm overlooked.
timid | ana-1-80 pleural-effusion seizure fever | 7 | constitutional=2 neuropsychiatric=5 | - | Effusion overlooked or explained away.
timid | ana-1-80 lupus-anticoagulant synovitis-2-joints low-c3 | 9 | - | - | Antiphospholipid antibody overlooked.
latest | ana-1-80 white-cells=3.1@2023-01-10 white-cells=5.2@2024-01-10 malar-rash | 6 | mucocutaneous=6 | - | The latest count taken: normal now.
latest | ana-1-80 platelets=60@2023-01-10 platelets=210@2024-01-10 synovitis-2-joints | 6 | musculoskeletal=6 | not-classified | The latest count taken: normal now.
latest | ana-1-80 urine-protein-24h=1.4@2022-05-01 urine-protein-24h=0.1@2024-05-01 malar-rash | 6 | - | - | Protein normal after treatment.
latest | ana-titer=320@2020-01-01 ana-titer=40@2024-01-01 malar-rash synovitis-2-joints | 12 | - | not-classified | The ANA is negative now, so the entry is taken as not met.
weights | ana-1-80 seizure malar-rash | 10 | neuropsychiatric=4 mucocutaneous=6 | - | Seizure given 4.
weights | ana-1-80 low-c3 low-c4 malar-rash leukopenia | 12 | hematologic=3 mucocutaneous=6 complement-proteins=3 | - | Low C3 and C4 given 3.
pair | ana-1-80 leukopenia thrombocytopenia malar-rash oral-ulcers | 15 | hematologic=7 mucocutaneous=8 | - | Added in two domains.
pair | ana-1-80 malar-rash oral-ulcers ~fever:infection | 10 | constitutional=2 mucocutaneous=8 | classified | Added, and the explained fever counted.
pair | ana-1-80 white-cells=4.0 platelets=100 malar-rash | 13 | hematologic=7 mucocutaneous=6 | - | Both limits taken as included and both added.
pair | ana-1-80 temperature=38.3 platelets=100 synovitis-2-joints | 12 | constitutional=2 hematologic=4 musculoskeletal=6 | - | Both limits taken as included.
pair | ana-1-80 nasal-ulcers lymphopenia-1000 synovitis-2-joints | 11 | hematologic=3 mucocutaneous=2 musculoskeletal=6 | classified | Nasal ulcers and lymphocytes both counted.
pair | ana-1-80 biopsy-class-2-or-5 proteinuria low-c3 low-c4 | 19 | renal=12 complement-proteins=7 | - | Added in both domains.
pair | ana-1-80 arthralgia pleuritic-pain | 11 | musculoskeletal=6 serosal=5 | classified | Joint pain and pleuritic pain both counted.
pair | ana-1-80 anti-dsdna anti-sm leukopenia thrombocytopenia | 16 | hematologic=4 sle-specific-antibodies=12 | - | Any anti-dsDNA counted, and added to anti-Sm.
pair | -ana-1-80 malar-rash oral-ulcers leukopenia | 11 | hematologic=3 mucocutaneous=8 | classified | Added, and the entry passed over.
pair | ana-1-80 photosensitivity arthralgia | 12 | mucocutaneous=6 musculoskeletal=6 | classified | Photosensitivity and joint pain both counted.
`,
  "slicc-2012": `
adder | ana-1-80 leukopenia lymphopenia-1000 oral-ulcers | 4 | - | - | White cells and lymphocytes counted as a criterion each.
adder | ana-1-80 oral-ulcers nasal-ulcers | 3 | - | - | Mouth and nose counted separately.
adder | ana-1-80 malar-rash subacute-cutaneous-lupus | 3 | - | - | Malar and subacute rash counted as two.
adder | ana-1-80 malar-rash photosensitive-lupus-rash subacute-cutaneous-lupus | 4 | - | classified | Malar rash, photosensitivity and subacute rash counted as three.
adder | ana-1-80 malar-rash photosensitive-lupus-rash synovitis-2-joints | 4 | - | - | Malar and photosensitive rash counted as two.
adder | ana-1-80 discoid-lupus other-chronic-cutaneous-lupus | 3 | - | - | Two chronic lesions counted as two.
adder | ana-1-80 low-c3 low-c4 malar-rash | 4 | - | - | C3 and C4 counted as a criterion each.
adder | ana-1-80 low-c3 low-c4 low-ch50 | 4 | - | - | Three complement results counted as three.
adder | ana-1-80 lupus-anticoagulant anti-beta2gp1 leukopenia | 4 | - | - | Two antiphospholipid antibodies counted as two.
adder | ana-1-80 seizure psychosis | 3 | - | - | Seizure and psychosis counted as two.
adder | ana-1-80 proteinuria-500 red-cell-casts leukopenia | 4 | - | - | Protein and casts counted as two.
adder | ana-1-80 pleural-effusion pericardial-effusion | 3 | - | - | Two effusions counted as two.
adder | ana-1-80 synovitis-2-joints tender-joints-with-stiffness leukopenia | 4 | - | - | Swollen and tender joints counted as two.
adder | ana-1-80 mononeuritis-multiplex cranial-neuropathy low-c3 | 4 | - | - | Two nerve lesions counted as two.
adder | ana-1-80 leukopenia lymphopenia-1000 thrombocytopenia | 4 | ana=1 leukopenia-or-lymphopenia=2 thrombocytopenia=1 | - | White cells and lymphocytes counted as a criterion each.
adder | ana-1-80 malar-rash discoid-lupus low-c3 low-c4 | 5 | ana=1 acute-or-subacute-cutaneous=1 chronic-cutaneous=1 low-complement=2 | - | C3 and C4 counted as a criterion each.
coombs | ana-1-80 hemolytic-anemia direct-coombs leukopenia | 4 | - | - | Coombs counted beside the hemolytic anemia.
coombs | ana-1-80 hemolytic-anemia direct-coombs | 3 | ana=1 hemolytic-anemia=1 direct-coombs=1 | - | Coombs counted beside the hemolytic anemia.
coombs | ana-1-80 hemolytic-anemia direct-coombs malar-rash oral-ulcers | 5 | - | classified | Coombs counted beside the hemolytic anemia.
edge | ana-1-80 white-cells=4.0 oral-ulcers | 3 | - | - | Exactly 4.0 counted.
edge | ana-1-80 lymphocytes=1.0 white-cells=6 malar-rash | 3 | - | - | Exactly 1.0 counted.
edge | ana-1-80 platelets=100 synovitis-2-joints malar-rash | 4 | - | classified | Exactly 100 counted.
edge | ana-1-80 urine-protein-24h=0.5 malar-rash | 2 | - | - | Exactly 500 mg not counted: read as more than.
edge | ana-1-80 urine-protein-creatinine-ratio=500 malar-rash low-c3 | 3 | - | not-classified | Exactly 500 mg/g not counted.
edge | ana-1-80 anti-dsdna=30>15:elisa malar-rash | 3 | - | - | Exactly twice the limit counted.
edge | ana-1-80 anticardiolipin-igg=40 leukopenia | 3 | - | - | Exactly 40 counted.
wrong-limit | ana-1-80 lymphocytes=1.3 white-cells=6 malar-rash | 3 | - | - | Lymphocytes below 1.5 counted, as in ACR.
wrong-limit | ana-1-80 anti-dsdna=22>15:elisa malar-rash oral-ulcers | 4 | - | classified | ELISA above the limit counted, not twice the limit.
wrong-limit | ana-1-80 anti-dsdna -anti-dsdna-slicc leukopenia synovitis-2-joints | 4 | - | classified | Any positive anti-dsDNA counted.
wrong-limit | ana-1-80 anticardiolipin-igg=24>20 synovitis-2-joints leukopenia | 4 | - | classified | Low titer anticardiolipin counted.
wrong-limit | ana-1-80 platelets=130 leukopenia | 3 | - | - | Platelets below 150 counted.
wrong-limit | ana-1-80 anticardiolipin-igg-igm-abnormal -anticardiolipin-medium-high malar-rash | 3 | - | - | Any abnormal anticardiolipin counted.
wrong-limit | ana-1-80 urine-protein-24h=0.3 malar-rash oral-ulcers | 4 | - | classified | Any raised protein counted.
near | ana-1-80 photosensitivity oral-ulcers leukopenia | 4 | - | classified | Photosensitivity told by the patient counted as a lupus rash.
near | ana-1-80 pleuritic-pain -pleurisy-over-1-day synovitis-2-joints | 3 | - | - | Pleuritic pain of a few hours counted.
near | ana-1-80 pericardial-pain leukopenia | 3 | - | - | Pericardial pain of a few hours counted.
near | ana-1-80 arthralgia malar-rash low-c3 | 4 | - | classified | Joint pain counted as synovitis.
near | ana-1-80 nonerosive-arthritis -synovitis-2-joints -tender-joints-with-stiffness malar-rash | 3 | - | - | Tender joints without stiffness counted.
near | ana-1-80 other-cellular-casts malar-rash leukopenia | 4 | - | classified | Granular casts counted as red cell casts.
near | ana-1-80 hemolysis -hemolytic-anemia leukopenia | 3 | - | - | Hemolysis without anemia counted.
near | ana-1-80 anti-rnp malar-rash leukopenia | 4 | - | classified | Anti-RNP counted as anti-Sm.
near | ana-1-80 anti-ro subacute-cutaneous-lupus synovitis-2-joints | 4 | - | classified | Anti-Ro counted as an antibody of the list.
near | ana-1-80 headache malar-rash low-c3 | 4 | - | classified | Headache counted as neurologic.
near | ana-1-80 renal-failure leukopenia | 3 | - | - | Renal failure counted as renal.
near | ana-1-80 biopsy-lupus-nephritis malar-rash | 3 | - | - | The biopsy counted as the renal criterion.
near | ana-1-80 biopsy-class-3-or-4 leukopenia | 3 | - | - | The biopsy counted as the renal criterion.
near | ana-1-80 leukopenia raynaud malar-rash | 4 | - | - | Raynaud phenomenon counted.
route | ana-1-80 biopsy-lupus-nephritis | 1 | - | not-classified | The biopsy route passed over.
route | ana-1-80 biopsy-class-3-or-4 low-c3 | 2 | - | not-classified | The biopsy route passed over.
route | -ana-1-80 -ana-above-reference anti-dsdna-slicc biopsy-lupus-nephritis | 1 | - | not-classified | The biopsy route passed over.
route | ana-1-80 proteinuria-500 -biopsy-lupus-nephritis | 2 | - | classified | Proteinuria taken for biopsy-proven nephritis.
route | -ana-1-80 -ana-above-reference -anti-dsdna anti-sm biopsy-lupus-nephritis | 1 | - | classified | Anti-Sm taken as the antibody of the biopsy route, or no antibody asked for.
route | -ana-1-80 -ana-above-reference -anti-dsdna biopsy-lupus-nephritis low-c3 | 1 | - | classified | The biopsy alone taken as enough.
group | -ana-1-80 -ana-above-reference malar-rash oral-ulcers synovitis-2-joints leukopenia | 4 | - | classified | No immunologic criterion, classified all the same.
group | ana-1-80 anti-sm low-c3 lupus-anticoagulant | 4 | - | classified | No clinical criterion, classified all the same.
group | ana-1-80 anti-dsdna-slicc anti-sm low-c4 ~leukopenia:drug | 4 | - | classified | No clinical criterion counts, classified all the same.
gate | -ana-1-80 ana-above-reference malar-rash oral-ulcers leukopenia | 3 | - | not-classified | 1:80 asked for, which SLICC does not.
gate | -ana-1-80 -ana-above-reference malar-rash oral-ulcers leukopenia anti-sm | 4 | - | not-classified | A positive ANA taken as an entry.
threshold | ana-1-80 malar-rash oral-ulcers low-c3 | 4 | - | not-classified | More than four asked for.
threshold | ana-1-80 malar-rash low-c3 | 3 | - | classified | Three taken as enough.
blind | ana-1-80 ~oral-ulcers:infection malar-rash leukopenia | 4 | - | classified | Ulcers of herpes counted.
blind | ana-1-80 ~leukopenia:drug malar-rash | 3 | - | - | Drug-induced low count counted.
blind | ana-1-80 ~thrombocytopenia:drug synovitis-2-joints | 3 | - | - | Heparin thrombocytopenia counted.
blind | ana-1-80 ~pleural-effusion:infection malar-rash low-c3 | 4 | - | classified | Effusion of pneumonia counted.
blind | ana-1-80 ~peripheral-neuropathy:other-disease malar-rash | 3 | - | - | Diabetic neuropathy counted.
timid | ana-1-80 ~synovitis-2-joints:other-disease malar-rash low-c3 | 3 | - | not-classified | Explained synovitis left out, though the item prints no exclusion.
timid | ana-1-80 ~seizure:drug malar-rash low-c3 | 3 | - | not-classified | Explained seizure left out, though the item prints no exclusion.
timid | ana-1-80 ~proteinuria-500:other-disease leukopenia | 2 | - | - | Diabetic proteinuria left out, though the item prints no exclusion.
timid | ana-1-80 malar-rash oral-ulcers low-c3 | 3 | - | not-classified | One criterion overlooked.
timid | malar-rash oral-ulcers low-c3 ana-1-80 leukopenia | 4 | ana=1 acute-or-subacute-cutaneous=1 low-complement=1 leukopenia-or-lymphopenia=1 | - | Ulcers overlooked.
missing | ana-1-80 malar-rash low-c3 oral-ulcers | 3 | acute-or-subacute-cutaneous=1 low-complement=1 oral-or-nasal-ulcers=1 | not-classified | The ANA not counted as a criterion.
latest | ana-1-80 platelets=60@2022-01-01 platelets=220@2024-01-01 malar-rash | 2 | - | - | The latest count taken.
pair | ana-1-80 leukopenia lymphopenia-1000 low-c3 low-c4 | 5 | - | classified | Two counts and two complements, each counted.
pair | ana-1-80 hemolytic-anemia direct-coombs low-c3 low-c4 | 5 | - | - | Coombs beside the anemia, and two complements.
pair | ana-1-80 photosensitivity arthralgia leukopenia | 4 | - | classified | Photosensitivity and joint pain counted.
pair | ana-1-80 ~oral-ulcers:infection ~leukopenia:drug malar-rash | 4 | - | classified | Both explained findings counted.
`,
  "acr-1997": `
adder | ana-1-80 leukopenia-twice thrombocytopenia malar-rash | 4 | - | classified | Two blood items counted as two criteria.
adder | ana-1-80 anti-dsdna anti-sm oral-ulcers | 4 | - | classified | Anti-dsDNA and anti-Sm counted as two.
adder | ana-1-80 oral-ulcers nasal-ulcers | 3 | - | - | Mouth and nose counted separately.
adder | ana-1-80 seizure psychosis malar-rash | 4 | - | classified | Seizure and psychosis counted as two.
adder | ana-1-80 pleural-effusion pericardial-effusion | 3 | - | - | Pleuritis and pericarditis counted as two.
adder | ana-1-80 proteinuria-persistent red-cell-casts | 3 | - | - | Protein and casts counted as two.
adder | ana-1-80 anti-dsdna lupus-anticoagulant | 3 | - | - | Two antibodies counted as two.
adder | ana-1-80 anti-dsdna anti-sm lupus-anticoagulant | 4 | - | classified | Three antibodies counted as three.
adder | ana-1-80 leukopenia-twice lymphopenia-1500-twice thrombocytopenia | 4 | - | classified | Three blood items counted as three.
adder | ana-1-80 leukopenia-twice thrombocytopenia arthralgia | 3 | ana=1 hematologic-disorder=2 | - | Two blood items counted.
adder | ana-1-80 hemolytic-anemia-with-reticulocytosis thrombocytopenia discoid-lupus | 4 | ana=1 discoid-rash=1 hematologic-disorder=2 | classified | Two blood items counted.
occasion | ana-1-80 leukopenia malar-rash oral-ulcers | 4 | - | classified | One low count taken as enough.
occasion | ana-1-80 white-cells=3.2@2024-01-01 malar-rash | 3 | - | - | One low count taken as enough.
occasion | ana-1-80 lymphocytes=1.2@2024-01-01 malar-rash | 3 | - | - | Low lymphocytes once taken as enough.
occasion | ana-1-80 white-cells=3.2@2024-01-01 white-cells=4.6@2024-03-01 malar-rash discoid-lupus | 4 | - | classified | One of two counts low, taken as enough.
occasion | ana-1-80 proteinuria malar-rash oral-ulcers | 4 | - | classified | Protein once taken as persistent.
occasion | ana-1-80 urine-protein-24h=1.1 malar-rash | 3 | - | - | Protein once taken as persistent.
occasion | ana-1-80 false-positive-rpr malar-rash | 3 | - | - | A false-positive test once taken as enough.
edge | ana-1-80 platelets=100 malar-rash oral-ulcers | 4 | - | classified | Exactly 100 counted.
edge | ana-1-80 white-cells=4.0@2024-01-01 white-cells=3.6@2024-02-01 malar-rash | 3 | - | - | Exactly 4.0 counted as the second low value.
edge | ana-1-80 lymphocytes=1.5@2024-01-01 lymphocytes=1.4@2024-02-01 malar-rash | 3 | - | - | Exactly 1.5 counted as the second low value.
wrong-limit | ana-1-80 platelets=120 malar-rash oral-ulcers | 4 | - | classified | Platelets below 150 counted.
wrong-limit | ana-1-80 lymphocytes=1.3@2024-01-01 lymphocytes=1.2@2024-02-01 malar-rash | 2 | - | - | Lymphocytes asked to be below 1.0.
near | ana-1-80 maculopapular-rash oral-ulcers nonerosive-arthritis | 4 | - | classified | A maculopapular rash counted as malar.
near | ana-1-80 subacute-cutaneous-lupus oral-ulcers | 3 | - | - | Subacute lupus counted as a rash of the list.
near | ana-1-80 other-chronic-cutaneous-lupus oral-ulcers | 3 | - | - | Chilblain lupus counted as discoid.
near | ana-1-80 non-scarring-alopecia malar-rash nonerosive-arthritis | 4 | - | classified | Hair loss counted.
near | ana-1-80 low-c3 malar-rash oral-ulcers | 4 | - | classified | Low complement counted as immunologic.
near | ana-1-80 low-c4 nonerosive-arthritis | 3 | - | - | Low complement counted as immunologic.
near | ana-1-80 anti-beta2gp1 malar-rash | 3 | - | - | Anti-beta-2-glycoprotein I counted as immunologic.
near | ana-1-80 delirium malar-rash oral-ulcers | 4 | - | classified | Delirium counted as psychosis.
near | ana-1-80 peripheral-neuropathy malar-rash | 3 | - | - | Neuropathy counted as neurologic.
near | ana-1-80 myelitis oral-ulcers discoid-lupus | 4 | - | classified | Myelitis counted as neurologic.
near | ana-1-80 direct-coombs malar-rash | 3 | - | - | A positive Coombs test counted as hemolytic anemia.
near | ana-1-80 hemolytic-anemia malar-rash oral-ulcers | 4 | - | classified | Hemolytic anemia without reticulocytosis counted.
near | ana-1-80 pericardial-pain malar-rash | 3 | - | - | Chest pain counted as pericarditis.
near | ana-1-80 arthralgia malar-rash oral-ulcers | 4 | - | classified | Joint pain counted as arthritis.
near | ana-1-80 myalgia malar-rash | 3 | - | - | Muscle pain counted as arthritis.
near | ana-1-80 headache malar-rash oral-ulcers | 4 | - | classified | Headache counted as neurologic.
near | ana-1-80 renal-failure malar-rash | 3 | - | - | Renal failure counted as renal.
near | ana-1-80 biopsy-lupus-nephritis malar-rash oral-ulcers | 4 | - | classified | The biopsy counted as renal.
near | ana-1-80 anti-ro malar-rash oral-ulcers | 4 | - | classified | Anti-Ro counted as immunologic.
near | ana-1-80 anticardiolipin-iga=60 -anticardiolipin-igg-igm-abnormal malar-rash | 3 | - | - | Anticardiolipin IgA counted.
near | ana-1-80 lymphopenia-1000 malar-rash | 3 | - | - | Low lymphocytes once counted.
near | ana-1-80 raynaud malar-rash oral-ulcers | 4 | - | - | Raynaud phenomenon counted.
near | ana-1-80 fever malar-rash oral-ulcers | 4 | - | classified | Fever counted.
one-of-two | ana-1-80 malar-rash photosensitivity oral-ulcers | 3 | - | not-classified | Malar rash and photosensitivity taken as one.
one-of-two | ana-1-80 malar-rash photosensitivity | 2 | ana=1 malar-rash=1 | - | Malar rash and photosensitivity taken as one.
blind | ana-1-80 ~seizure:drug malar-rash oral-ulcers | 4 | - | classified | Seizure by a drug counted.
blind | ana-1-80 ~psychosis:metabolic malar-rash | 3 | - | - | Uremic psychosis counted.
blind | ana-1-80 ~thrombocytopenia:drug malar-rash | 3 | - | - | Platelets low by a drug counted.
blind | ~ana-above-reference:drug malar-rash oral-ulcers nonerosive-arthritis | 4 | - | classified | ANA by a drug counted.
timid | ana-1-80 ~thrombocytopenia:other-disease malar-rash oral-ulcers | 3 | - | not-classified | Platelets of portal hypertension left out; only drugs are printed.
timid | ana-1-80 ~seizure:infection malar-rash oral-ulcers | 3 | - | not-classified | Seizure of an infection left out; only drugs and metabolic causes are printed.
timid | ana-1-80 ~oral-ulcers:infection malar-rash nonerosive-arthritis | 3 | - | not-classified | Herpes left out; the item prints no exclusion.
timid | ana-1-80 ~nonerosive-arthritis:other-disease malar-rash | 2 | - | - | Rheumatoid joints left out; the item prints no exclusion.
timid | ana-1-80 malar-rash oral-ulcers discoid-lupus | 3 | - | not-classified | One criterion overlooked.
missing | ana-1-80 malar-rash oral-ulcers nonerosive-arthritis | 3 | malar-rash=1 oral-ulcers=1 arthritis=1 | not-classified | The ANA not counted as a criterion.
threshold | ana-1-80 malar-rash oral-ulcers discoid-lupus | 4 | - | not-classified | More than four asked for.
threshold | ana-1-80 malar-rash oral-ulcers | 3 | - | classified | Three taken as enough.
group | -ana-1-80 -ana-above-reference malar-rash oral-ulcers photosensitivity nonerosive-arthritis | 4 | - | not-classified | An immunologic criterion asked for, as in SLICC.
gate | -ana-1-80 -ana-above-reference malar-rash photosensitivity oral-ulcers nonerosive-arthritis | 4 | malar-rash=1 photosensitivity=1 oral-ulcers=1 arthritis=1 | not-classified | A positive ANA asked for.
gate | -ana-1-80 ana-above-reference malar-rash oral-ulcers | 2 | - | - | An ANA below 1:80 not counted.
latest | ana-1-80 platelets=70@2021-03-01 platelets=180@2024-03-01 malar-rash | 2 | - | - | The latest count taken.
pair | ana-1-80 leukopenia-twice thrombocytopenia anti-dsdna anti-sm | 5 | - | classified | Two blood items and two antibodies counted.
pair | ana-1-80 low-c3 non-scarring-alopecia malar-rash | 4 | - | classified | Low complement and hair loss counted.
pair | ana-1-80 leukopenia low-c3 malar-rash | 4 | - | classified | One low count and low complement counted.
`,
  slerpi: `
adder | ana-1-80 thrombocytopenia hemolysis direct-coombs | 12 | - | - | Platelets and hemolysis counted separately: 9.
adder | ana-1-80 anti-dsdna anti-sm malar-rash | 11 | - | - | Anti-dsDNA and anti-Sm counted separately: 5.
adder | ana-1-80 subacute-cutaneous-lupus discoid-lupus | 7 | - | - | SCLE and DLE counted separately: 4.
adder | ana-1-80 malar-rash maculopapular-rash oral-ulcers | 10 | - | classified | Both acute rashes counted: 6.
adder | ana-1-80 oral-ulcers nasal-ulcers leukopenia | 6.5 | - | - | Mouth and nose counted separately.
adder | ana-1-80 seizure psychosis | 6 | - | - | Seizure and psychosis counted separately.
adder | ana-1-80 pleural-effusion pericardial-effusion leukopenia | 7.5 | - | classified | Two effusions counted separately.
adder | ana-1-80 anti-dsdna lupus-anticoagulant | 8 | - | classified | Two antibodies counted separately.
adder | ana-1-80 anti-dsdna anti-sm anti-beta2gp1 | 10.5 | - | classified | Three antibodies counted separately.
adder | ana-1-80 anti-dsdna anti-sm low-c3 | 8 | ana=3 immunologic-disorder=5 | classified | Two antibodies counted.
loose-and | ana-1-80 low-c3 -low-c4 anti-dsdna | 7.5 | - | classified | Only C3 low, yet counted.
loose-and | ana-1-80 low-c4 -low-c3 malar-rash | 8 | ana=3 malar-or-maculopapular-rash=3 low-c3-and-c4=2 | classified | Only C4 low, yet counted.
loose-and | ana-1-80 direct-coombs -hemolysis | 7.5 | - | classified | Coombs alone counted.
loose-and | ana-1-80 hemolysis -direct-coombs oral-ulcers | 8.5 | - | classified | Hemolysis without Coombs counted.
threshold | ana-1-80 synovitis-2-joints low-c3 low-c4 | 7 | - | classified | 7 taken as enough.
threshold | ana-1-80 malar-rash oral-ulcers | 7 | - | classified | 7 taken as enough.
threshold | ana-1-80 proteinuria | 7.5 | - | not-classified | 8 asked for, or the half point dropped.
negative | ana-1-80 thrombocytopenia interstitial-lung-disease | 7.5 | - | classified | The lung point not subtracted.
negative | ana-1-80 malar-rash leukopenia interstitial-lung-disease | 7.5 | - | classified | The lung point not subtracted.
negative | ana-1-80 malar-rash interstitial-lung-disease | 7 | - | - | The lung point added in place of subtracted.
negative | ana-1-80 low-c3 low-c4 anti-dsdna interstitial-lung-disease | 7.5 | - | classified | The lung point not subtracted.
negative | ana-1-80 malar-rash ~interstitial-lung-disease:other-disease oral-ulcers | 6 | - | not-classified | The explained lung disease subtracted all the same.
rounding | ana-1-80 leukopenia oral-ulcers | 6 | - | - | 5.5 rounded up.
rounding | ana-1-80 proteinuria | 8 | - | classified | 7.5 rounded up.
rounding | ana-1-80 proteinuria | 7 | - | not-classified | 7.5 with the half point dropped.
edge | ana-1-80 white-cells=4.0 malar-rash | 7.5 | - | classified | Exactly 4.0 counted.
edge | ana-1-80 platelets=100 | 7.5 | - | classified | Exactly 100 counted.
edge | ana-1-80 urine-protein-24h=0.5 | 7.5 | - | classified | Exactly 0.5 g counted.
edge | ana-1-80 c3=0.9<0.9 c4=0.05<0.1 malar-rash | 8 | - | classified | C3 exactly at the limit counted.
wrong-limit | ana-1-80 platelets=130 oral-ulcers | 8.5 | - | classified | Platelets below 150 counted.
wrong-limit | ana-1-80 urine-protein-24h=0.3 malar-rash | 10.5 | - | classified | Any raised protein counted.
near | ana-1-80 lymphopenia-1000 -leukopenia malar-rash | 7.5 | - | classified | Low lymphocytes counted as leukopenia.
near | ana-1-80 other-chronic-cutaneous-lupus malar-rash | 8 | - | classified | Chilblain lupus counted as discoid.
near | ana-1-80 photosensitivity oral-ulcers | 7 | - | - | Photosensitivity counted as an acute rash.
near | ana-1-80 bullous-lupus leukopenia | 7.5 | - | classified | Bullous lupus counted as an acute rash.
near | ana-1-80 arthralgia malar-rash | 8 | - | classified | Joint pain counted as arthritis.
near | ana-1-80 headache malar-rash | 7.5 | - | classified | Headache counted as neurologic.
near | ana-1-80 red-cell-casts | 7.5 | - | classified | Casts counted as proteinuria.
near | ana-1-80 biopsy-lupus-nephritis | 7.5 | - | classified | The biopsy counted as proteinuria.
near | ana-1-80 proteinuria-persistent | 7.5 | - | classified | Dipstick proteinuria counted.
near | ana-1-80 anti-ro malar-rash | 8.5 | - | classified | Anti-Ro counted.
near | ana-1-80 anti-rnp leukopenia | 7 | - | - | Anti-RNP counted.
near | ana-1-80 subacute-cutaneous-lupus oral-ulcers | 7 | - | - | Subacute lupus given the 3 of the malar rash.
near | ana-1-80 malar-rash leukopenia | 6.5 | - | - | The malar rash given the 2 of subacute lupus.
near | ana-1-80 pericardial-pain malar-rash | 7.5 | - | classified | Chest pain counted as serositis.
near | ana-1-80 hemolytic-anemia -direct-coombs | 7.5 | - | classified | Hemolytic anemia with a negative Coombs test counted.
near | ana-1-80 false-positive-rpr malar-rash | 8.5 | - | classified | A false-positive test once counted.
near | ana-1-80 anticardiolipin-medium-high -anticardiolipin-igg-igm-abnormal malar-rash | 8.5 | - | classified | Anticardiolipin IgA counted.
gate | -ana-1-80 ana-above-reference malar-rash low-c3 low-c4 | 5 | - | not-classified | An ANA below 1:80 not counted.
blind | ana-1-80 ~thrombocytopenia:drug leukopenia | 9 | - | classified | Platelets low by a drug counted.
blind | ana-1-80 ~pleural-effusion:infection malar-rash | 7.5 | - | classified | Effusion of an infection counted.
blind | ~ana-above-reference:drug malar-rash leukopenia | 7.5 | - | classified | ANA by a drug counted.
blind | ana-1-80 ~proteinuria:other-disease | 7.5 | - | classified | Diabetic proteinuria counted.
timid | ana-1-80 proteinuria leukopenia | 4.5 | - | not-classified | Proteinuria overlooked or explained away.
timid | ana-1-80 thrombocytopenia malar-rash | 7.5 | - | classified | The rash overlooked or explained away.
missing | ana-1-80 malar-rash proteinuria | 7.5 | malar-or-maculopapular-rash=3 proteinuria=4.5 | - | The ANA given no points.
latest | ana-1-80 platelets=60@2022-01-01 platelets=220@2024-01-01 malar-rash | 6 | - | not-classified | The latest count taken.
pair | ana-1-80 thrombocytopenia hemolysis direct-coombs anti-dsdna anti-sm | 17 | - | classified | Two pairs counted separately.
pair | ana-1-80 low-c3 -low-c4 interstitial-lung-disease anti-dsdna | 7.5 | - | classified | Only C3 low yet counted, and the lung point not subtracted.
pair | ana-1-80 lymphopenia-1000 photosensitivity | 7.5 | - | classified | Low lymphocytes and photosensitivity counted.
`,
};
