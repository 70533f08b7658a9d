;; Uses plan.md as a person would, and writes what is seen at each step to $REPORT.  -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'json)

(defconst longest-wait 60)

(defun wait-for (what reached)
  "Let Emacs work until REACHED returns non-nil; WHAT is told when it never does."
  (let ((end (+ (float-time) longest-wait)))
    (while (not (funcall reached))
      (when (> (float-time) end) (error "no %s after %s s" what longest-wait))
      (accept-process-output nil 0.02))))

(defun pause ()
  "Do what Emacs does while nobody types, which batch mode leaves out: eglot tells the server of changes then."
  (mapc #'timer-event-handler (copy-sequence timer-idle-list)))

(defun wait-for-new (old)
  "Wait until none of the diagnostics OLD is shown, which a report replaces all at once."
  (pause)
  (wait-for "new diagnostics" (lambda () (not (cl-intersection old (flymake-diagnostics) :test #'eq)))))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun rule-of (diagnostic)
  "The rule of DIAGNOSTIC: eglot keeps what the server sent beside it."
  (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)) :code))

(defun seen (diagnostic)
  (let ((start (flymake-diagnostic-beg diagnostic)) (end (flymake-diagnostic-end diagnostic)))
    `((rule . ,(rule-of diagnostic))
      (type . ,(format "%s" (flymake-diagnostic-type diagnostic)))
      (line . ,(line-number-at-pos start))
      (words . ,(buffer-substring-no-properties start end)))))

(defun by-place (one other) (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other)))

(defun diagnostics () (sort (flymake-diagnostics) #'by-place))

(defun find-rule (rule) (cl-find rule (diagnostics) :key #'rule-of :test #'equal))

(defun underlined ()
  "The texts of the overlays that flymake shows."
  (cl-loop for overlay in (sort (overlays-in (point-min) (point-max))
                                (lambda (one other) (< (overlay-start one) (overlay-start other))))
           when (overlay-get overlay 'flymake-diagnostic)
           collect (buffer-substring-no-properties (overlay-start overlay) (overlay-end overlay))))

(defun apply-action (rule title)
  "Ask for the code actions at the finding of RULE and take the one that is called TITLE."
  (goto-char (flymake-diagnostic-beg (find-rule rule)))
  (let ((before (text))
        (old (flymake-diagnostics))
        ;; A command that came by the keyboard, not by the mouse.
        (last-nonmenu-event ?a)
        offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt collection &rest _)
                 (setq offered (all-completions "" collection))
                 title)))
      (call-interactively #'eglot-code-actions))
    (when (equal before (text)) (error "no change by \"%s\", of %S" title offered))
    (wait-for-new old)
    `((offered . ,(vconcat offered)) (text . ,(text)) (left . ,(vconcat (mapcar #'rule-of (diagnostics)))))))

(defun drive ()
  (find-file "plan.md")
  ;; `eglot-ensure' waits for the first command, which batch mode has none of.
  (run-hooks 'post-command-hook)
  (wait-for "diagnostics" #'flymake-diagnostics)
  (let* ((first (vconcat (mapcar #'seen (diagnostics))))
         (underlined (vconcat (underlined)))
         (fixed (apply-action "no-template-text" (getenv "FIX")))
         (chosen (apply-action "no-function-bodies" (getenv "SUGGESTION")))
         (old (flymake-diagnostics))
         typed)
    (goto-char (point-max))
    (insert (getenv "TYPED") "\n")
    (wait-for-new old)
    (setq typed (vconcat (mapcar #'seen (diagnostics))))
    (set-buffer-modified-p nil)
    (let ((server (eglot-current-server)))
      (kill-buffer)
      (eglot-shutdown server))
    `((diagnostics . ,first) (underlined . ,underlined) (fixed . ,fixed) (chosen . ,chosen) (typed . ,typed))))

(let ((report (condition-case fault (drive) (error `((error . ,(error-message-string fault))))))
      (coding-system-for-write 'utf-8))
  (write-region (json-encode report) nil (getenv "REPORT")))
